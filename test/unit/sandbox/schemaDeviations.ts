/** What is known of the recorded service and is not in the published schema. */

/**
 * Where the recorded service leaves the published schema, and the sandbox follows it: the source of the recording, in
 * which answers, and the problem that is excused there.
 */
export const deviations: readonly {
  readonly source: string;
  readonly where: RegExp;
  readonly problem: RegExp;
}[] = [
  {
    source: 'recorded answers of a public tool (2023): SendableSubscriberField comes with its Name alone',
    where: /<Results xsi:type="DataExtension">/,
    problem: /'SendableSubscriberField': Missing child element\(s\)\. Expected is \( Value \)/,
  },
  {
    source: 'recorded answers of a public tool (2023): IsPlatformObject stands after CustomerKey',
    where: /xsi:type="(?:DataExtension|EmailSendDefinition|TriggeredSendDefinition)"/,
    problem: /'IsPlatformObject': This element is not expected/,
  },
  {
    source: 'recorded results of deleting subscribers and of writing folders: they show no object',
    where: /<StatusMessage>(?:Subscriber deleted|Folder updated successfully\.)</,
    problem: /'Results': Missing child element\(s\)\. Expected is.*\bObject\b/,
  },
  {
    source: 'recorded result of starting an automation: it shows no task',
    where: /<StatusMessage>Performed Activity</,
    problem: /'Result': Missing child element\(s\)\. Expected is.*\bTask\b/,
  },
  {
    source:
      'recorded result of scheduling an automation: its schedule has no recurrence and its task is empty',
    where: /<StatusMessage>Program scheduled\.</,
    problem: /'(?:Task|Object)': Missing child element|'RecurrenceRangeType': This element is not expected/,
  },
];
