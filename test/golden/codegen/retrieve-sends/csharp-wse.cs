// Recent sends (Retrieve)
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

        RetrieveRequest retrieveRequest = new RetrieveRequest();
        retrieveRequest.ObjectType = "Send";
        retrieveRequest.Properties = new string[] { "ID", "EmailName", "NumberSent", "SentDate", "Client.ID" };
        ComplexFilterPart complexFilterPart = new ComplexFilterPart();
        SimpleFilterPart simpleFilterPart = new SimpleFilterPart();
        simpleFilterPart.Property = "SendDate";
        simpleFilterPart.SimpleOperator = SimpleOperators.greaterThan;
        simpleFilterPart.DateValue = new DateTime[] { XmlConvert.ToDateTime("2026-11-13T00:00:00Z", XmlDateTimeSerializationMode.RoundtripKind) };
        complexFilterPart.LeftOperand = simpleFilterPart;
        complexFilterPart.LogicalOperator = LogicalOperators.AND;
        SimpleFilterPart simpleFilterPart2 = new SimpleFilterPart();
        simpleFilterPart2.Property = "Status";
        simpleFilterPart2.SimpleOperator = SimpleOperators.equals;
        simpleFilterPart2.Value = new string[] { "Complete" };
        complexFilterPart.RightOperand = simpleFilterPart2;
        retrieveRequest.Filter = complexFilterPart;
        RetrieveOptions retrieveOptions = new RetrieveOptions();
        retrieveOptions.BatchSize = 100;
        retrieveOptions.BatchSizeSpecified = true;
        retrieveRequest.Options = retrieveOptions;

        string requestID;
        APIObject[] results;
        string overallStatus = client.Retrieve(retrieveRequest, out requestID, out results);

        Console.WriteLine("Status: " + overallStatus);
        if (results != null)
        {
            foreach (APIObject item in results)
            {
                Send result = (Send)item;
                if (result.IDSpecified)
                {
                    Console.WriteLine("ID: " + result.ID);
                }
                Console.WriteLine("EmailName: " + result.EmailName);
                if (result.NumberSentSpecified)
                {
                    Console.WriteLine("NumberSent: " + result.NumberSent);
                }
                if (result.SentDateSpecified)
                {
                    Console.WriteLine("SentDate: " + result.SentDate);
                }
                if (result.Client != null && result.Client.IDSpecified)
                {
                    Console.WriteLine("Client.ID: " + result.Client.ID);
                }
            }
        }
    }
}
