# A user of the API (Create)
# Run: pip install zeep, then python request.py
# Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, ACCOUNT_USER_PASSWORD; MC_ACCOUNT_ID for another business unit than the package’s own.
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

answer = client.service.Create(
    Options=api.CreateOptions(),
    Objects=[
        api.AccountUser(
            Client=api.ClientID(
                ID=100000002,
            ),
            UserID="ada.api",
            Password=os.environ["ACCOUNT_USER_PASSWORD"],
            Name="Ada",
            Email="ada@example.com",
            Delete=0,
            IsAPIUser=True,
        ),
    ],
    _soapheaders=[token],
)
print(answer)
