#!/bin/sh
# Every Monday (Schedule)
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
  --header 'SOAPAction: Schedule' \
  --data-binary @- <<ENVELOPE
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <soap:Header>
    <fueloauth xmlns="http://exacttarget.com">$token</fueloauth>
  </soap:Header>
  <soap:Body>
    <ScheduleRequestMsg xmlns="http://exacttarget.com/wsdl/partnerAPI">
      <Options/>
      <Action>start</Action>
      <Schedule>
        <Recurrence xsi:type="WeeklyRecurrence">
          <WeeklyRecurrencePatternType>ByDay</WeeklyRecurrencePatternType>
          <WeekInterval>1</WeekInterval>
          <Monday>true</Monday>
        </Recurrence>
        <RecurrenceType>Weekly</RecurrenceType>
        <RecurrenceRangeType>EndAfter</RecurrenceRangeType>
        <StartDateTime>2026-11-23T09:00:00Z</StartDateTime>
        <Occurrences>4</Occurrences>
      </Schedule>
      <Interactions>
        <Interaction xsi:type="EmailSendDefinition">
          <CustomerKey>weekly-newsletter</CustomerKey>
        </Interaction>
      </Interactions>
    </ScheduleRequestMsg>
  </soap:Body>
</soap:Envelope>
ENVELOPE
