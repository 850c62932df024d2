// Every Monday (Schedule)
// Proxy: dotnet-svcutil https://SUBDOMAIN.soap.marketingcloudapis.com/etframework.wsdl --sync --namespace "*,MarketingCloud"
// Environment: MC_AUTH_URL, MC_CLIENT_ID, MC_CLIENT_SECRET; MC_ACCOUNT_ID for another business unit than the package’s own.
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
