// Configure
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

            ConfigureOptions configureOptions = new ConfigureOptions();
            PropertyDefinition propertyDefinition = new PropertyDefinition();
            propertyDefinition.Name = "Shoe Size";
            propertyDefinition.PropertyType = PropertyType.@double;
            propertyDefinition.PropertyTypeSpecified = true;
            propertyDefinition.MaxLength = 4;
            propertyDefinition.MaxLengthSpecified = true;
            propertyDefinition.IsRequired = false;
            propertyDefinition.IsRequiredSpecified = true;

            string overallStatus;
            string overallStatusMessage;
            string requestID;
            ConfigureResult[] results = client.Configure(configureOptions, "create", new APIObject[] { propertyDefinition }, out overallStatus, out overallStatusMessage, out requestID);

            Console.WriteLine("Status: " + overallStatus);
            if (results != null)
            {
                foreach (ConfigureResult item in results)
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
