// Create
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
