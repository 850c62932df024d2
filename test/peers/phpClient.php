<?php

/** Reads a sandbox org with PHP's SoapClient, from its WSDL alone. Takes the task as JSON and prints the harvest as JSON. */

$task = json_decode($argv[1]);

function token(object $task): string
{
    $grant = [
        'grant_type' => 'client_credentials',
        'client_id' => $task->clientId,
        'client_secret' => $task->clientSecret,
    ];
    $request = ['method' => 'POST', 'header' => 'Content-Type: application/json', 'content' => json_encode($grant)];
    $answer = file_get_contents("$task->address/v2/token", false, stream_context_create(['http' => $request]));
    return json_decode($answer)->access_token;
}

$options = ['cache_wsdl' => WSDL_CACHE_NONE, 'features' => SOAP_SINGLE_ELEMENT_ARRAYS];
$client = new SoapClient("$task->address/etframework.wsdl", $options);
$client->__setSoapHeaders([new SoapHeader('http://exacttarget.com', 'fueloauth', token($task))]);

function retrieve(SoapClient $client, string $type, array $properties, int $size): Generator
{
    $request = ['ObjectType' => $type, 'Properties' => $properties, 'Options' => ['BatchSize' => $size]];
    while (true) {
        $answer = $client->Retrieve(['RetrieveRequest' => $request]);
        foreach ($answer->Results as $result) {
            yield $result;
        }
        if ($answer->OverallStatus === 'OK') {
            return;
        }
        if ($answer->OverallStatus !== 'MoreDataAvailable') {
            throw new RuntimeException($answer->OverallStatus);
        }
        $request = ['ObjectType' => $type, 'ContinueRequest' => $answer->RequestID];
    }
}

function cells(SoapClient $client, string $key, array $columns): Generator
{
    foreach (retrieve($client, "DataExtensionObject[$key]", $columns, 2500) as $row) {
        yield array_map(fn (object $cell): string => $cell->Value, $row->Properties->Property);
    }
}

$harvest = ['extensions' => [], 'rows' => [], 'awkward' => []];
foreach (retrieve($client, 'DataExtension', ['CustomerKey', 'Name'], $task->pageSize) as $extension) {
    $harvest['extensions'][] = [$extension->CustomerKey, $extension->Name];
}
foreach (cells($client, $task->readExtension->key, $task->readExtension->columns) as $row) {
    $harvest['rows'][] = $row;
}
foreach (cells($client, $task->awkward->key, [$task->awkward->column]) as [$text]) {
    if (array_push($harvest['awkward'], $text) === $task->awkward->count) {
        break;
    }
}
echo json_encode($harvest, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
