// Every Monday (Schedule)
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

        ScheduleOptions scheduleOptions = new ScheduleOptions();
        ScheduleDefinition scheduleDefinition = new ScheduleDefinition();
        WeeklyRecurrence weeklyRecurrence = new WeeklyRecurrence();
        weeklyRecurrence.WeeklyRecurrencePatternType = WeeklyRecurrencePatternTypeEnum.ByDay;
        weeklyRecurrence.WeeklyRecurrencePatternTypeSpecified = true;
        weeklyRecurrence.WeekInterval = 1;
        weeklyRecurrence.WeekIntervalSpecified = true;
        weeklyRecurrence.Monday = true;
        weeklyRecurrence.MondaySpecified = true;
        scheduleDefinition.Recurrence = weeklyRecurrence;
        scheduleDefinition.RecurrenceType = RecurrenceTypeEnum.Weekly;
        scheduleDefinition.RecurrenceTypeSpecified = true;
        scheduleDefinition.RecurrenceRangeType = RecurrenceRangeTypeEnum.EndAfter;
        scheduleDefinition.RecurrenceRangeTypeSpecified = true;
        scheduleDefinition.StartDateTime = XmlConvert.ToDateTime("2026-11-23T09:00:00Z", XmlDateTimeSerializationMode.RoundtripKind);
        scheduleDefinition.StartDateTimeSpecified = true;
        scheduleDefinition.Occurrences = 4;
        scheduleDefinition.OccurrencesSpecified = true;
        EmailSendDefinition emailSendDefinition = new EmailSendDefinition();
        emailSendDefinition.CustomerKey = "weekly-newsletter";

        string overallStatus;
        string overallStatusMessage;
        string requestID;
        ScheduleResult[] results = client.Schedule(scheduleOptions, "start", scheduleDefinition, new APIObject[] { emailSendDefinition }, out overallStatus, out overallStatusMessage, out requestID);

        Console.WriteLine("Status: " + overallStatus);
        if (results != null)
        {
            foreach (ScheduleResult item in results)
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
