// Recent sends (Retrieve)
// Proxy: dotnet-svcutil https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl --sync --namespace "*,MarketingCloud"
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET; MC_ACCOUNT_ID for another business unit than the package’s own.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.ServiceModel;
using System.ServiceModel.Channels;
using System.Text.Json;
using System.Xml;
using MarketingCloud;

internal static class Program
{
    private static void Main()
    {
        JsonElement access = SignIn();
        string token = access.GetProperty("access_token").GetString();
        string address = access.GetProperty("soap_instance_url").GetString().TrimEnd('/') + "/Service.asmx";

        BasicHttpsBinding binding = new BasicHttpsBinding { MaxReceivedMessageSize = int.MaxValue };
        SoapClient client = new SoapClient(binding, new EndpointAddress(address));
        using (new OperationContextScope(client.InnerChannel))
        {
            OperationContext.Current.OutgoingMessageHeaders.Add(
                MessageHeader.CreateHeader("fueloauth", "http://exacttarget.com", token));

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

    private static JsonElement SignIn()
    {
        Dictionary<string, string> grant = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Environment.GetEnvironmentVariable("MC_CLIENT_ID"),
            ["client_secret"] = Environment.GetEnvironmentVariable("MC_CLIENT_SECRET"),
        };
        string account = Environment.GetEnvironmentVariable("MC_ACCOUNT_ID");
        if (account != null)
        {
            grant["account_id"] = account;
        }
        using (HttpClient http = new HttpClient())
        {
            string address = Environment.GetEnvironmentVariable("MC_AUTH_URL").TrimEnd('/') + "/v2/token";
            HttpResponseMessage response = http.PostAsync(address, new FormUrlEncodedContent(grant)).Result;
            response.EnsureSuccessStatusCode();
            return JsonDocument.Parse(response.Content.ReadAsStringAsync().Result).RootElement;
        }
    }
}
