// A user of the API (Create)
// Proxy: WseWsdl3 /type:webClient /namespace:MarketingCloud https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl
// Environment: MC_SOAP_URL, MC_USERNAME, MC_PASSWORD, ACCOUNT_USER_PASSWORD. Accounts without user names need WCF.
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
        AccountUser accountUser = new AccountUser();
        ClientID clientID = new ClientID();
        clientID.ID = 100000002;
        clientID.IDSpecified = true;
        accountUser.Client = clientID;
        accountUser.UserID = "ada.api";
        accountUser.Password = Environment.GetEnvironmentVariable("ACCOUNT_USER_PASSWORD");
        accountUser.Name = "Ada";
        accountUser.Email = "ada@example.com";
        accountUser.Delete = 0;
        accountUser.IsAPIUser = true;
        accountUser.IsAPIUserSpecified = true;

        string requestID;
        string overallStatus;
        CreateResult[] results = client.Create(createOptions, new APIObject[] { accountUser }, out requestID, out overallStatus);

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
