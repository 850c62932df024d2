"""Reads a sandbox org with zeep, from its WSDL alone. Takes the task as JSON and prints the harvest as JSON."""

import json
import sys
from urllib.request import Request, urlopen

from lxml import etree
from zeep import Client

task = json.loads(sys.argv[1])


def token():
    grant = {
        "grant_type": "client_credentials",
        "client_id": task["clientId"],
        "client_secret": task["clientSecret"],
    }
    request = Request(
        task["address"] + "/v2/token",
        json.dumps(grant).encode(),
        {"content-type": "application/json"},
    )
    return json.load(urlopen(request))["access_token"]


client = Client(task["address"] + "/etframework.wsdl")
header = etree.Element("{http://exacttarget.com}fueloauth")
header.text = token()


def retrieve(object_type, properties, batch_size):
    request = {
        "ObjectType": object_type,
        "Properties": properties,
        "Options": {"BatchSize": batch_size},
    }
    while True:
        answer = client.service.Retrieve(RetrieveRequest=request, _soapheaders=[header])
        yield from answer.Results
        if answer.OverallStatus == "OK":
            return
        assert answer.OverallStatus == "MoreDataAvailable", answer.OverallStatus
        request = {"ObjectType": object_type, "ContinueRequest": answer.RequestID}


def cells(key, columns):
    for row in retrieve("DataExtensionObject[" + key + "]", columns, 2500):
        yield [cell.Value or "" for cell in row.Properties.Property]


def first(cells_of_rows, count):
    return [next(cells_of_rows)[0] for _ in range(count)]


wanted = task["readExtension"]
awkward = task["awkward"]
harvest = {
    "extensions": [
        [each.CustomerKey, each.Name]
        for each in retrieve("DataExtension", ["CustomerKey", "Name"], task["pageSize"])
    ],
    "rows": list(cells(wanted["key"], wanted["columns"])),
    "awkward": first(cells(awkward["key"], [awkward["column"]]), awkward["count"]),
}
json.dump(harvest, sys.stdout)
