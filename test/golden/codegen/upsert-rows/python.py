# Two customers, one from elsewhere (Update)
# Run: pip install zeep, then python request.py
# Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, NEW_CITY, FOUND_RESULTS_1_ID; MC_ACCOUNT_ID for another business unit than the package’s own.
import json
import os
from urllib.request import Request, urlopen

from lxml import etree
from zeep import Client, xsd


def sign_in():
    grant = {
        "grant_type": "client_credentials",
        "client_id": os.environ["MC_CLIENT_ID"],
        "client_secret": os.environ["MC_CLIENT_SECRET"],
    }
    if "MC_ACCOUNT_ID" in os.environ:
        grant["account_id"] = os.environ["MC_ACCOUNT_ID"]
    address = os.environ["MC_AUTH_URL"].rstrip("/") + "/v2/token"
    request = Request(address, json.dumps(grant).encode(), {"Content-Type": "application/json"})
    with urlopen(request) as response:
        return json.load(response)


access = sign_in()
client = Client(access["soap_instance_url"].rstrip("/") + "/etframework.wsdl")
api = client.type_factory("http://exacttarget.com/wsdl/partnerAPI")
token = etree.Element("{http://exacttarget.com}fueloauth")
token.text = access["access_token"]

answer = client.service.Update(
    Options=api.UpdateOptions(
        SaveOptions={
            "SaveOption": [
                api.SaveOption(
                    PropertyName="*",
                    SaveAction="UpdateAdd",
                ),
            ],
        },
    ),
    Objects=[
        api.DataExtensionObject(
            CustomerKey="Customers",
            Properties={
                "Property": [
                    api.APIProperty(
                        Name="EmailAddress",
                        Value="a@example.com",
                    ),
                    api.APIProperty(
                        Name="City",
                        Value="Leeds & \"Bradford\" $HOME `x` \\n ${y} #{z} it's ",
                    ),
                    api.APIProperty(
                        Name="Notes",
                        Value="<b>Ünicode</b> 😀",
                    ),
                ],
            },
            Keys={
                "Key": [
                    api.APIProperty(
                        Name="CustomerKey",
                        Value="C-1",
                    ),
                ],
            },
        ),
        api.DataExtensionObject(
            CustomerKey="Customers",
            Properties={
                "Property": [
                    api.APIProperty(
                        Name="EmailAddress",
                        Value="b@example.com",
                    ),
                    api.APIProperty(
                        Name="City",
                        Value=os.environ["NEW_CITY"] + " (" + os.environ["FOUND_RESULTS_1_ID"] + ")",
                    ),
                ],
            },
            Keys={
                "Key": [
                    api.APIProperty(
                        Name="CustomerKey",
                        Value="C-2",
                    ),
                ],
            },
        ),
    ],
    _soapheaders=[token],
)
print(answer)
