#!/bin/sh
# Recent sends (Retrieve)
# Run: sh request.sh
# Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET; MC_ACCOUNT_ID for another business unit than the package’s own.
set -eu

answer=$(printf %s "$MC_CLIENT_SECRET" | curl --silent --show-error --fail-with-body "${MC_AUTH_URL%/}/v2/token" \
  --data grant_type=client_credentials \
  --data-urlencode "client_id=$MC_CLIENT_ID" \
  --data-urlencode client_secret@- \
  ${MC_ACCOUNT_ID:+--data-urlencode "account_id=$MC_ACCOUNT_ID"})
member() { printf %s "$answer" | sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }
token=$(member access_token)
address=$(member soap_instance_url)

curl --silent --show-error --fail-with-body "${address%/}/Service.asmx" \
  --header 'Content-Type: text/xml; charset=utf-8' \
  --header 'SOAPAction: Retrieve' \
  --data-binary @- <<ENVELOPE
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <soap:Header>
    <fueloauth xmlns="http://exacttarget.com">$token</fueloauth>
  </soap:Header>
  <soap:Body>
    <RetrieveRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI">
      <RetrieveRequest>
        <ObjectType>Send</ObjectType>
        <Properties>ID</Properties>
        <Properties>EmailName</Properties>
        <Properties>NumberSent</Properties>
        <Properties>SentDate</Properties>
        <Properties>Client.ID</Properties>
        <Filter xsi:type="ComplexFilterPart">
          <LeftOperand xsi:type="SimpleFilterPart">
            <Property>SendDate</Property>
            <SimpleOperator>greaterThan</SimpleOperator>
            <DateValue>2026-11-13T00:00:00Z</DateValue>
          </LeftOperand>
          <LogicalOperator>AND</LogicalOperator>
          <RightOperand xsi:type="SimpleFilterPart">
            <Property>Status</Property>
            <SimpleOperator>equals</SimpleOperator>
            <Value>Complete</Value>
          </RightOperand>
        </Filter>
        <Options>
          <BatchSize>100</BatchSize>
        </Options>
      </RetrieveRequest>
    </RetrieveRequestMsg>
  </soap:Body>
</soap:Envelope>
ENVELOPE
