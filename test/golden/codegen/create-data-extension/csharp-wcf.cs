// Create
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

            CreateOptions createOptions = new CreateOptions();
            DataExtension dataExtension = new DataExtension();
            dataExtension.CustomerKey = "Newsletter";
            dataExtension.Name = "Newsletter";
            dataExtension.IsSendable = true;
            dataExtension.IsSendableSpecified = true;
            DataExtensionField dataExtensionField = new DataExtensionField();
            dataExtensionField.Name = "SubscriberKey";
            dataExtension.SendableDataExtensionField = dataExtensionField;
            MarketingCloud.Attribute attribute = new MarketingCloud.Attribute();
            attribute.Name = "Subscriber Key";
            attribute.Value = "";
            dataExtension.SendableSubscriberField = attribute;
            DataExtensionField dataExtensionField2 = new DataExtensionField();
            dataExtensionField2.Name = "SubscriberKey";
            dataExtensionField2.MaxLength = 100;
            dataExtensionField2.MaxLengthSpecified = true;
            dataExtensionField2.IsRequired = true;
            dataExtensionField2.IsRequiredSpecified = true;
            dataExtensionField2.IsPrimaryKey = true;
            dataExtensionField2.IsPrimaryKeySpecified = true;
            dataExtensionField2.FieldType = DataExtensionFieldType.Text;
            dataExtensionField2.FieldTypeSpecified = true;
            DataExtensionField dataExtensionField3 = new DataExtensionField();
            dataExtensionField3.Name = "Joined";
            dataExtensionField3.FieldType = DataExtensionFieldType.Date;
            dataExtensionField3.FieldTypeSpecified = true;
            dataExtension.Fields = new DataExtensionField[] { dataExtensionField2, dataExtensionField3 };

            string requestID;
            string overallStatus;
            CreateResult[] results = client.Create(createOptions, new APIObject[] { dataExtension }, out requestID, out overallStatus);

            Console.WriteLine("Status: " + overallStatus);
            if (results != null)
            {
                foreach (CreateResult item in results)
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
