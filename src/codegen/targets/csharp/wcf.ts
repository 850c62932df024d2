/** A program for .NET with Windows Communication Foundation. */
import { heading } from '../../environment.ts';
import type { Target } from '../../target.ts';
import { callStatements } from './call.ts';

export const wcf: Target = {
  id: 'csharp-wcf',
  label: 'C# (WCF)',
  detail: 'a proxy of dotnet-svcutil or svcutil',
  language: 'csharp',
  ending: 'cs',
  write: (request) => {
    const comment = heading(
      request,
      'Proxy: dotnet-svcutil https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl --sync --namespace "*,MarketingCloud"',
    );
    const body = callStatements(request).map((line) => (line === '' ? '' : `            ${line}`));
    return `${comment.map((line) => `// ${line}`).join('\n')}
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

${body.join('\n')}
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
`;
  },
};
