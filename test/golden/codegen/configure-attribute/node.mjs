// Configure
// Run: node request.mjs
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET; MC_ACCOUNT_ID for another business unit than the package’s own.
const { MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, MC_ACCOUNT_ID } = process.env;

async function signIn() {
  const response = await fetch(new URL('/v2/token', MC_AUTH_URL), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: MC_CLIENT_ID,
      client_secret: MC_CLIENT_SECRET,
      account_id: MC_ACCOUNT_ID,
    }),
  });
  if (!response.ok) throw new Error(`No token: ${response.status} ${await response.text()}`);
  return response.json();
}

const { access_token: token, soap_instance_url: address } = await signIn();
const response = await fetch(new URL('/Service.asmx', address), {
  method: 'POST',
  headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: 'Configure' },
  body: `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <soap:Header>
    <fueloauth xmlns="http://exacttarget.com">${token}</fueloauth>
  </soap:Header>
  <soap:Body>
    <ConfigureRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI">
      <Options/>
      <Action>create</Action>
      <Configurations>
        <Configuration xsi:type="PropertyDefinition">
          <Name>Shoe Size</Name>
          <PropertyType>double</PropertyType>
          <MaxLength>4</MaxLength>
          <IsRequired>false</IsRequired>
        </Configuration>
      </Configurations>
    </ConfigureRequestMsg>
  </soap:Body>
</soap:Envelope>`,
});
const answer = await response.text();
if (!response.ok) throw new Error(`${response.status}: ${answer}`);
console.log(answer);
