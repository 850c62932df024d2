// Describe
// Proxy: WseWsdl3 /type:webClient /namespace:MarketingCloud https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl
// Environment: MC_SOAP_URL, MC_USERNAME, MC_PASSWORD. Accounts without user names need WCF.
using System;
using System.Globalization;
using System.Xml;
using MarketingCloud;
using Microsoft.Web.Services3.Design;
using Microsoft.Web.Services3.Security.Tokens;

internal static class Program
{
    private static void Main()
    {
        PartnerAPIWse client = new PartnerAPIWse();
        client.Url = Environment.GetEnvironmentVariable("MC_SOAP_URL");
        UsernameTokenProvider user = new UsernameTokenProvider(
            Environment.GetEnvironmentVariable("MC_USERNAME"),
            Environment.GetEnvironmentVariable("MC_PASSWORD"));
        client.SetClientCredential<UsernameToken>(user.GetToken());
        client.SetPolicy(new Policy(new UsernameOverTransportAssertion()));

        ArrayOfObjectDefinitionRequest arrayOfObjectDefinitionRequest = new ArrayOfObjectDefinitionRequest();
        ObjectDefinitionRequest objectDefinitionRequest = new ObjectDefinitionRequest();
        objectDefinitionRequest.ObjectType = "Subscriber";
        arrayOfObjectDefinitionRequest.ObjectDefinitionRequest = new ObjectDefinitionRequest[] { objectDefinitionRequest };

        string requestID;
        ObjectDefinition[] objectDefinition = client.Describe(arrayOfObjectDefinitionRequest, out requestID);

        if (objectDefinition != null)
        {
            foreach (ObjectDefinition item in objectDefinition)
            {
                Console.WriteLine(item.ObjectType);
            }
        }
    }
}
