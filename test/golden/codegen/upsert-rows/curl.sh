#!/bin/sh
# Two customers, one from elsewhere (Update)
# Run: sh request.sh
# Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET, NEW_CITY, FOUND_RESULTS_1_ID; MC_ACCOUNT_ID for another business unit than the package’s own.
set -eu

answer=$(printf %s "$MC_CLIENT_SECRET" | curl --silent --show-error --fail-with-body "${MC_AUTH_URL%/}/v2/token" \
  --data grant_type=client_credentials \
  --data-urlencode "client_id=$MC_CLIENT_ID" \
  --data-urlencode client_secret@- \
  ${MC_ACCOUNT_ID:+--data-urlencode "account_id=$MC_ACCOUNT_ID"})
member() { printf %s "$answer" | sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }
token=$(member access_token)
address=$(member soap_instance_url)
xml() { printf %s "$1" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g'; }

curl --silent --show-error --fail-with-body "${address%/}/Service.asmx" \
  --header 'Content-Type: text/xml; charset=utf-8' \
  --header 'SOAPAction: Update' \
  --data-binary @- <<ENVELOPE
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <soap:Header>
    <fueloauth xmlns="http://exacttarget.com">$token</fueloauth>
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
            <Value>Leeds &amp; &quot;Bradford&quot; \$HOME \`x\` \\n \${y} #{z} it's </Value>
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
            <Value>$(xml "$NEW_CITY") ($(xml "$FOUND_RESULTS_1_ID"))</Value>
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
</soap:Envelope>
ENVELOPE
