// Configure
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
