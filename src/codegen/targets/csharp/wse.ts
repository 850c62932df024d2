/** A program for .NET 2.0 with Web Services Enhancements 3.0, which sign in by user name and password. */
import type { Target } from '../../target.ts';
import { callStatements } from './call.ts';

export const wse: Target = {
  id: 'csharp-wse',
  label: 'C# (WSE 3.0)',
  detail: '.NET 2.0, user name and password',
  language: 'csharp',
  ending: 'cs',
  write: (request) => {
    const { title, operation, environment } = request;
    const body = callStatements(request).map((line) => (line === '' ? '' : `        ${line}`));
    return `// ${title === operation ? title : `${title} (${operation})`}
// Proxy: WseWsdl3 /type:webClient /namespace:MarketingCloud https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl
// Environment: ${['MC_SOAP_URL', 'MC_USERNAME', 'MC_PASSWORD', ...environment].join(', ')}. Accounts without user names need WCF.
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

${body.join('\n')}
    }
}
`;
  },
};
