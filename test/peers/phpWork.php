<?php

/** Does the scenario of scenario.ts with PHP's SoapClient. Takes the task as JSON and prints a report as JSON. */

$task = json_decode($argv[1]);
$work = $task->work;

$grant = [
    'grant_type' => 'client_credentials',
    'client_id' => $task->clientId,
    'client_secret' => $task->clientSecret,
];
$request = ['method' => 'POST', 'header' => 'Content-Type: application/json', 'content' => json_encode($grant)];
$answer = file_get_contents("$task->address/v2/token", false, stream_context_create(['http' => $request]));
$options = ['cache_wsdl' => WSDL_CACHE_NONE, 'features' => SOAP_SINGLE_ELEMENT_ARRAYS];
$client = new SoapClient("$task->address/etframework.wsdl", $options);
$client->__setSoapHeaders([new SoapHeader('http://exacttarget.com', 'fueloauth', json_decode($answer)->access_token)]);

function typed(string $type, array $members): SoapVar
{
    return new SoapVar((object) $members, SOAP_ENC_OBJECT, $type, 'http://exacttarget.com/wsdl/partnerAPI');
}

function retrieve(SoapClient $client, string $type, array $properties, array $condition): array
{
    [$property, $operator, $value] = $condition;
    $filter = ['Property' => $property, 'SimpleOperator' => $operator, 'Value' => [$value]];
    $request = ['ObjectType' => $type, 'Properties' => $properties, 'Filter' => typed('SimpleFilterPart', $filter)];
    $results = [];
    while (true) {
        $answer = $client->Retrieve(['RetrieveRequest' => $request]);
        array_push($results, ...($answer->Results ?? []));
        if ($answer->OverallStatus === 'OK') {
            return $results;
        }
        if ($answer->OverallStatus !== 'MoreDataAvailable') {
            throw new RuntimeException($answer->OverallStatus);
        }
        $request = ['ObjectType' => $type, 'ContinueRequest' => $answer->RequestID];
    }
}

$key = $work->key;
$city = 'Köln & <Bonn>';
$pair = fn (string $name, string $value): array => ['Name' => $name, 'Value' => $value];
$field = fn (string $name, int $length, bool $isKey): array => [
    'Name' => $name,
    'MaxLength' => $length,
    'IsRequired' => $isKey,
    'IsPrimaryKey' => $isKey,
    'FieldType' => 'Text',
];

$extension = typed('DataExtension', [
    'CustomerKey' => $key,
    'Name' => $key,
    'IsSendable' => true,
    'SendableDataExtensionField' => ['Name' => 'SubscriberKey'],
    'SendableSubscriberField' => ['Name' => 'Subscriber Key', 'Value' => ''],
    'Fields' => ['Field' => [$field('SubscriberKey', 100, true), $field('City', 50, false)]],
]);
$created = $client->Create(['Options' => [], 'Objects' => [$extension]])->Results[0];

$rows = array_map(
    fn (int $index): SoapVar => typed('DataExtensionObject', [
        'CustomerKey' => $key,
        'Properties' => ['Property' => [$pair('City', $city)]],
        'Keys' => ['Key' => [$pair('SubscriberKey', "$key-$index")]],
    ]),
    range(0, $work->rowCount - 1),
);
$upsert = ['SaveOptions' => ['SaveOption' => [['PropertyName' => '*', 'SaveAction' => 'UpdateAdd']]]];
$upserted = 0;
foreach (array_chunk($rows, $work->rowsInCall) as $part) {
    $results = $client->Update(['Options' => $upsert, 'Objects' => $part])->Results;
    $upserted += count(array_filter($results, fn (object $result): bool => $result->StatusCode === 'OK'));
}

$back = retrieve($client, "DataExtensionObject[$key]", ['SubscriberKey', 'City'], ['City', 'equals', $city]);
$paged = $work->paged;
$condition = [$paged->column, 'lessThanOrEqual', $paged->through];
$many = retrieve($client, "DataExtensionObject[$paged->key]", [$paged->column], $condition);
$keys = array_unique(array_map(fn (object $row): string => $row->Properties->Property[0]->Value, $many));

[$email] = retrieve($client, 'Email', ['ID'], ['Name', 'equals', 'VIP preview']);
$source = [
    'SendDefinitionListType' => 'SourceList',
    'CustomObjectID' => $created->NewObjectID,
    'DataSourceTypeID' => 'CustomObject',
];
$definition = typed('EmailSendDefinition', [
    'CustomerKey' => $key,
    'Name' => $key,
    'SendClassification' => ['CustomerKey' => $work->sendClassification],
    'SendDefinitionList' => [$source],
    'Email' => ['ID' => $email->ID],
]);
$client->Create(['Options' => [], 'Objects' => [$definition]]);
$start = typed('EmailSendDefinition', ['CustomerKey' => $key]);
$started = $client->Perform(['Action' => 'start', 'Definitions' => ['Definition' => [$start]]]);
$sendId = $started->Results->Result[0]->Task->ID;
do {
    usleep(20000);
    [$send] = retrieve($client, 'Send', ['ID', 'NumberSent', 'Status'], ['ID', 'equals', $sendId]);
} while (in_array($send->Status, ['Scheduled', 'Sending'], true));

$events = retrieve($client, 'SentEvent', ['SendID', 'SubscriberKey'], ['SendID', 'equals', $sendId]);
echo json_encode([
    'created' => $created->StatusMessage,
    'upserted' => $upserted,
    'readBack' => count($back),
    'paged' => count($keys),
    'status' => $send->Status,
    'sent' => $send->NumberSent,
    'tracked' => count(array_unique(array_map(fn (object $event): string => $event->SubscriberKey, $events))),
], JSON_THROW_ON_ERROR);
