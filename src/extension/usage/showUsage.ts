/** Shows how many calls were made, by the log files. */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import { readLoggedCall, UsageCounter, usageReport } from '../../views/index.ts';
import { ExplainedError } from '../errors/describeError.ts';
import type { OutputLog } from '../log/outputLog.ts';
import type { ExchangeDocuments } from '../requests/exchangeDocuments.ts';
import { logKeepDays, requestSettings } from '../settings/settings.ts';

interface Parts {
  readonly documents: ExchangeDocuments;
  readonly log: OutputLog;
  readonly logFolder: vscode.Uri;
}

export async function showUsage({ documents, log, logFolder }: Parts): Promise<void> {
  const days = logKeepDays();
  if (days === 0) {
    throw new ExplainedError(
      l10n.t('Nothing is known of the usage.'),
      l10n.t(
        'Calls are counted by the log, which is switched off: set marketingCloud.log.keepDays to the days that it is to be kept.',
      ),
    );
  }
  await log.flush();
  const counter = new UsageCounter(new Date());
  for (const file of await logFiles(logFolder.fsPath)) await count(file, counter);
  const { maxPerMinute, maxConcurrent } = requestSettings();
  const limits = { perMinute: maxPerMinute, atOnce: maxConcurrent, days };
  await documents.showReport(l10n.t('Usage'), usageReport(counter.usage, limits));
}

/** None before the first call. */
async function logFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.jsonl')).map((name) => path.join(folder, name));
}

async function count(file: string, counter: UsageCounter): Promise<void> {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    const call = readLoggedCall(line);
    if (call !== undefined) counter.add(call);
  }
}
