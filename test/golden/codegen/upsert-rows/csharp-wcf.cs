// Two customers, one from elsewhere (Update)
// Proxy: dotnet-svcutil https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl --sync --namespace "*,MarketingCloud"
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, NEW_CITY, FOUND_RESULTS_1_ID; MC_ACCOUNT_ID for another business unit than the package’s own.
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

            UpdateOptions updateOptions = new UpdateOptions();
            SaveOption saveOption = new SaveOption();
            saveOption.PropertyName = "*";
            saveOption.SaveAction = SaveAction.UpdateAdd;
            updateOptions.SaveOptions = new SaveOption[] { saveOption };
            DataExtensionObject dataExtensionObject = new DataExtensionObject();
            dataExtensionObject.CustomerKey = "Customers";
            APIProperty aPIProperty = new APIProperty();
            aPIProperty.Name = "EmailAddress";
            aPIProperty.Value = "a@example.com";
            APIProperty aPIProperty2 = new APIProperty();
            aPIProperty2.Name = "City";
            aPIProperty2.Value = "Leeds & \"Bradford\" $HOME `x` \\n ${y} #{z} it's ";
            APIProperty aPIProperty3 = new APIProperty();
            aPIProperty3.Name = "Notes";
            aPIProperty3.Value = "<b>Ünicode</b> 😀";
            dataExtensionObject.Properties = new APIProperty[] { aPIProperty, aPIProperty2, aPIProperty3 };
            APIProperty aPIProperty4 = new APIProperty();
            aPIProperty4.Name = "CustomerKey";
            aPIProperty4.Value = "C-1";
            dataExtensionObject.Keys = new APIProperty[] { aPIProperty4 };
            DataExtensionObject dataExtensionObject2 = new DataExtensionObject();
            dataExtensionObject2.CustomerKey = "Customers";
            APIProperty aPIProperty5 = new APIProperty();
            aPIProperty5.Name = "EmailAddress";
            aPIProperty5.Value = "b@example.com";
            APIProperty aPIProperty6 = new APIProperty();
            aPIProperty6.Name = "City";
            aPIProperty6.Value = Environment.GetEnvironmentVariable("NEW_CITY") + " (" + Environment.GetEnvironmentVariable("FOUND_RESULTS_1_ID") + ")";
            dataExtensionObject2.Properties = new APIProperty[] { aPIProperty5, aPIProperty6 };
            APIProperty aPIProperty7 = new APIProperty();
            aPIProperty7.Name = "CustomerKey";
            aPIProperty7.Value = "C-2";
            dataExtensionObject2.Keys = new APIProperty[] { aPIProperty7 };

            string requestID;
            string overallStatus;
            UpdateResult[] results = client.Update(updateOptions, new APIObject[] { dataExtensionObject, dataExtensionObject2 }, out requestID, out overallStatus);

            Console.WriteLine("Status: " + overallStatus);
            if (results != null)
            {
                foreach (UpdateResult item in results)
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
