// Take somebody off (Execute)
// Proxy: dotnet-svcutil https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl --sync --namespace "*,MarketingCloud"
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, SUBSCRIBER; MC_ACCOUNT_ID for another business unit than the package’s own.
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
