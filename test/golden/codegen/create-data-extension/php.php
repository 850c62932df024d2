<?php

// Create
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

$answer = $client->Create([
    'Options' => [],
    'Objects' => [
        new SoapVar([
            'CustomerKey' => 'Newsletter',
            'Name' => 'Newsletter',
            'IsSendable' => true,
            'SendableDataExtensionField' => [
                'Name' => 'SubscriberKey',
            ],
            'SendableSubscriberField' => [
                'Name' => 'Subscriber Key',
                'Value' => '',
            ],
            'Fields' => [
                'Field' => [
                    [
                        'Name' => 'SubscriberKey',
                        'MaxLength' => 100,
                        'IsRequired' => true,
                        'IsPrimaryKey' => true,
                        'FieldType' => 'Text',
                    ],
                    [
                        'Name' => 'Joined',
                        'FieldType' => 'Date',
                    ],
                ],
            ],
        ], SOAP_ENC_OBJECT, 'DataExtension', API),
    ],
]);
print_r($answer);
