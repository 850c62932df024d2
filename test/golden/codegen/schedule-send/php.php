<?php

// Every Monday (Schedule)
// Run: php request.php
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET; MC_ACCOUNT_ID for another business unit than the package’s own.

const API = 'http://exacttarget.com/wsdl/partnerAPI';

function signIn(): object
{
    $grant = [
        'grant_type' => 'client_credentials',
        'client_id' => getenv('MC_CLIENT_ID'),
        'client_secret' => getenv('MC_CLIENT_SECRET'),
    ];
    if (getenv('MC_ACCOUNT_ID') !== false) {
        $grant['account_id'] = getenv('MC_ACCOUNT_ID');
    }
    $request = ['method' => 'POST', 'header' => 'Content-Type: application/json', 'content' => json_encode($grant)];
    $address = rtrim(getenv('MC_AUTH_URL'), '/') . '/v2/token';
    $answer = file_get_contents($address, false, stream_context_create(['http' => $request]));
    return json_decode($answer, false, 512, JSON_THROW_ON_ERROR);
}

$access = signIn();
$client = new SoapClient(rtrim($access->soap_instance_url, '/') . '/etframework.wsdl', [
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$client->__setSoapHeaders([new SoapHeader('http://exacttarget.com', 'fueloauth', $access->access_token)]);

$answer = $client->Schedule([
    'Options' => [],
    'Action' => 'start',
    'Schedule' => [
        'Recurrence' => new SoapVar([
            'WeeklyRecurrencePatternType' => 'ByDay',
            'WeekInterval' => 1,
            'Monday' => true,
        ], SOAP_ENC_OBJECT, 'WeeklyRecurrence', API),
        'RecurrenceType' => 'Weekly',
        'RecurrenceRangeType' => 'EndAfter',
        'StartDateTime' => '2026-11-23T09:00:00Z',
        'Occurrences' => 4,
    ],
    'Interactions' => [
        'Interaction' => [
            new SoapVar([
                'CustomerKey' => 'weekly-newsletter',
            ], SOAP_ENC_OBJECT, 'EmailSendDefinition', API),
        ],
    ],
]);
print_r($answer);
