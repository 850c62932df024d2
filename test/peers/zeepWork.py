"""Does the scenario of scenario.ts with zeep, from the WSDL alone. Takes the task as JSON and prints a report as JSON."""

import json
import sys
import time
from urllib.request import Request, urlopen

from lxml import etree
from zeep import Client, Settings

task = json.loads(sys.argv[1])
work = task["work"]

grant = {
    "grant_type": "client_credentials",
    "client_id": task["clientId"],
    "client_secret": task["clientSecret"],
}
request = Request(task["address"] + "/v2/token", json.dumps(grant).encode(), {"content-type": "application/json"})
# The service answers with elements that are newer than its schema; its users have to tell zeep to bear them.
client = Client(task["address"] + "/etframework.wsdl", settings=Settings(strict=False))
header = etree.Element("{http://exacttarget.com}fueloauth")
header.text = json.load(urlopen(request))["access_token"]


def make(type_name, **members):
    return client.get_type("{http://exacttarget.com/wsdl/partnerAPI}" + type_name)(**members)


def call(operation, **message):
    return client.service[operation](_soapheaders=[header], **message)


def retrieve(object_type, properties, name, operator, value):
    condition = make("SimpleFilterPart", Property=name, SimpleOperator=operator, Value=[value])
    wanted = {"ObjectType": object_type, "Properties": properties, "Filter": condition}
    while True:
        answer = call("Retrieve", RetrieveRequest=wanted)
        yield from answer.Results
        if answer.OverallStatus == "OK":
            return
        assert answer.OverallStatus == "MoreDataAvailable", answer.OverallStatus
        wanted = {"ObjectType": object_type, "ContinueRequest": answer.RequestID}


def pair(name, value):
    return {"Name": name, "Value": value}


def field(name, length, is_key):
    return {
        "Name": name,
        "MaxLength": length,
        "IsRequired": is_key,
        "IsPrimaryKey": is_key,
        "FieldType": "Text",
    }


key = work["key"]
city = "Köln & <Bonn>"
extension = make(
    "DataExtension",
    CustomerKey=key,
    Name=key,
    IsSendable=True,
    SendableDataExtensionField={"Name": "SubscriberKey"},
    SendableSubscriberField={"Name": "Subscriber Key", "Value": ""},
    Fields={"Field": [field("SubscriberKey", 100, True), field("City", 50, False)]},
)
created = call("Create", Options={}, Objects=[extension]).Results[0]

rows = [
    make(
        "DataExtensionObject",
        CustomerKey=key,
        Properties={"Property": [pair("City", city)]},
        Keys={"Key": [pair("SubscriberKey", key + "-" + str(index))]},
    )
    for index in range(work["rowCount"])
]
upsert = {"SaveOptions": {"SaveOption": [{"PropertyName": "*", "SaveAction": "UpdateAdd"}]}}
upserted = 0
for start in range(0, len(rows), work["rowsInCall"]):
    answer = call("Update", Options=upsert, Objects=rows[start : start + work["rowsInCall"]])
    upserted += sum(result.StatusCode == "OK" for result in answer.Results)

back = list(retrieve("DataExtensionObject[" + key + "]", ["SubscriberKey", "City"], "City", "equals", city))
paged = work["paged"]
many = {
    row.Properties.Property[0].Value
    for row in retrieve(
        "DataExtensionObject[" + paged["key"] + "]",
        [paged["column"]],
        paged["column"],
        "lessThanOrEqual",
        paged["through"],
    )
}

email = next(retrieve("Email", ["ID"], "Name", "equals", "VIP preview"))
source = {
    "SendDefinitionListType": "SourceList",
    "CustomObjectID": created.NewObjectID,
    "DataSourceTypeID": "CustomObject",
}
definition = make(
    "EmailSendDefinition",
    CustomerKey=key,
    Name=key,
    SendClassification={"CustomerKey": work["sendClassification"]},
    SendDefinitionList=[source],
    Email={"ID": email.ID},
)
call("Create", Options={}, Objects=[definition])
started = call(
    "Perform",
    Action="start",
    Definitions={"Definition": [make("EmailSendDefinition", CustomerKey=key)]},
)
send_id = started.Results.Result[0].Task.ID
while True:
    send = next(retrieve("Send", ["ID", "NumberSent", "Status"], "ID", "equals", send_id))
    if send.Status not in ("Scheduled", "Sending"):
        break
    time.sleep(0.02)

events = retrieve("SentEvent", ["SendID", "SubscriberKey"], "SendID", "equals", send_id)
report = {
    "created": created.StatusMessage,
    "upserted": upserted,
    "readBack": len(back),
    "paged": len(many),
    "status": send.Status,
    "sent": send.NumberSent,
    "tracked": len({event.SubscriberKey for event in events}),
}
json.dump(report, sys.stdout)
