<?php

// Two customers, one from elsewhere (Update)
// Run: php request.php
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, NEW_CITY, FOUND_RESULTS_1_ID; MC_ACCOUNT_ID for another business unit than the package’s own.

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

$answer = $client->Update([
    'Options' => [
        'SaveOptions' => [
            'SaveOption' => [
                [
                    'PropertyName' => '*',
                    'SaveAction' => 'UpdateAdd',
                ],
            ],
        ],
    ],
    'Objects' => [
        new SoapVar([
            'CustomerKey' => 'Customers',
            'Properties' => [
                'Property' => [
                    [
                        'Name' => 'EmailAddress',
                        'Value' => 'a@example.com',
                    ],
                    [
                        'Name' => 'City',
                        'Value' => 'Leeds & "Bradford" $HOME `x` \\n ${y} #{z} it\'s ',
                    ],
                    [
                        'Name' => 'Notes',
                        'Value' => '<b>Ünicode</b> 😀',
                    ],
                ],
            ],
            'Keys' => [
                'Key' => [
                    [
                        'Name' => 'CustomerKey',
                        'Value' => 'C-1',
                    ],
                ],
            ],
        ], SOAP_ENC_OBJECT, 'DataExtensionObject', API),
        new SoapVar([
            'CustomerKey' => 'Customers',
            'Properties' => [
                'Property' => [
                    [
                        'Name' => 'EmailAddress',
                        'Value' => 'b@example.com',
                    ],
                    [
                        'Name' => 'City',
                        'Value' => getenv('NEW_CITY') . ' (' . getenv('FOUND_RESULTS_1_ID') . ')',
                    ],
                ],
            ],
            'Keys' => [
                'Key' => [
                    [
                        'Name' => 'CustomerKey',
                        'Value' => 'C-2',
                    ],
                ],
            ],
        ], SOAP_ENC_OBJECT, 'DataExtensionObject', API),
    ],
]);
print_r($answer);
