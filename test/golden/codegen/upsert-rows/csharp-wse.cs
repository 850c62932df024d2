// Two customers, one from elsewhere (Update)
// Proxy: WseWsdl3 /type:webClient /namespace:MarketingCloud https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl
// Environment: MC_SOAP_URL, MC_USERNAME, MC_PASSWORD, NEW_CITY, FOUND_RESULTS_1_ID. Accounts without user names need WCF.
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
