// Two customers, one from elsewhere (Update)
// Run: node request.mjs
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, NEW_CITY, FOUND_RESULTS_1_ID; MC_ACCOUNT_ID for another business unit than the package’s own.
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

function xml(text = '') {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const { access_token: token, soap_instance_url: address } = await signIn();
const response = await fetch(new URL('/Service.asmx', address), {
  method: 'POST',
  headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: 'Update' },
  body: `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <soap:Header>
    <fueloauth xmlns="http://exacttarget.com">${token}</fueloauth>
  </soap:Header>
  <soap:Body>
    <UpdateRequest xmlns="http://exacttarget.com/wsdl/partnerAPI">
      <Options>
        <SaveOptions>
          <SaveOption>
            <PropertyName>*</PropertyName>
            <SaveAction>UpdateAdd</SaveAction>
          </SaveOption>
        </SaveOptions>
      </Options>
      <Objects xsi:type="DataExtensionObject">
        <CustomerKey>Customers</CustomerKey>
        <Properties>
          <Property>
            <Name>EmailAddress</Name>
            <Value>a@example.com</Value>
          </Property>
          <Property>
            <Name>City</Name>
            <Value>Leeds &amp; &quot;Bradford&quot; $HOME \`x\` \\n \${y} #{z} it's </Value>
          </Property>
          <Property>
            <Name>Notes</Name>
            <Value>&lt;b&gt;Ünicode&lt;/b&gt; 😀</Value>
          </Property>
        </Properties>
        <Keys>
          <Key>
            <Name>CustomerKey</Name>
            <Value>C-1</Value>
          </Key>
        </Keys>
      </Objects>
      <Objects xsi:type="DataExtensionObject">
        <CustomerKey>Customers</CustomerKey>
        <Properties>
          <Property>
            <Name>EmailAddress</Name>
            <Value>b@example.com</Value>
          </Property>
          <Property>
            <Name>City</Name>
            <Value>${xml(process.env.NEW_CITY)} (${xml(process.env.FOUND_RESULTS_1_ID)})</Value>
          </Property>
        </Properties>
        <Keys>
          <Key>
            <Name>CustomerKey</Name>
            <Value>C-2</Value>
          </Key>
        </Keys>
      </Objects>
    </UpdateRequest>
  </soap:Body>
</soap:Envelope>`,
});
const answer = await response.text();
if (!response.ok) throw new Error(`${response.status}: ${answer}`);
console.log(answer);
