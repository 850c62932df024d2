// Take somebody off (Execute)
// Proxy: WseWsdl3 /type:webClient /namespace:MarketingCloud https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl
// Environment: MC_SOAP_URL, MC_USERNAME, MC_PASSWORD, SUBSCRIBER. Accounts without user names need WCF.
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

        ExecuteRequest executeRequest = new ExecuteRequest();
        executeRequest.Name = "LogUnsubEvent";
        APIProperty aPIProperty = new APIProperty();
        aPIProperty.Name = "SubscriberKey";
        aPIProperty.Value = Environment.GetEnvironmentVariable("SUBSCRIBER");
        APIProperty aPIProperty2 = new APIProperty();
        aPIProperty2.Name = "Reason";
        aPIProperty2.Value = "Asked by telephone";
        executeRequest.Parameters = new APIProperty[] { aPIProperty, aPIProperty2 };

        string requestID;
        ExecuteResponse[] results;
        string overallStatus = client.Execute(new ExecuteRequest[] { executeRequest }, out requestID, out results);

        Console.WriteLine("Status: " + overallStatus);
        if (results != null)
        {
            foreach (ExecuteResponse item in results)
            {
                Console.WriteLine(item.StatusCode + ": " + item.StatusMessage);
                if (item.OrdinalIDSpecified)
                {
                    Console.WriteLine("OrdinalID: " + item.OrdinalID);
                }
                if (item.ErrorCodeSpecified)
                {
                    Console.WriteLine("ErrorCode: " + item.ErrorCode);
                }
            }
        }
    }
}
