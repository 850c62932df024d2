/** The one door to the person's settings: typed, and checked, since a settings file can hold anything. */
import * as vscode from 'vscode';
import { settingIds } from '../../shared/contributions.ts';
import type { WriteMode } from '../../soap/index.ts';
import { readConnection, type OrgConnection } from '../connections/connection.ts';

const section = 'marketingCloud';

/** Connections as they are in the settings; entries that are not understood are left out. */
export function configuredConnections(): OrgConnection[] {
  const value: unknown = vscode.workspace.getConfiguration(section).get(settingIds.connections);
  return Array.isArray(value) ? value.flatMap((entry: unknown) => readConnection(entry) ?? []) : [];
}

/** Writes the connections to the user's settings, which are not shared with anyone by a workspace. */
export async function saveConnections(connections: readonly OrgConnection[]): Promise<void> {
  await vscode.workspace
    .getConfiguration(section)
    .update(settingIds.connections, connections, vscode.ConfigurationTarget.Global);
}

/** Address of a sandbox org that runs elsewhere; undefined to start one inside this window. */
export function sandboxAddress(): string | undefined {
  const value: unknown = vscode.workspace.getConfiguration(section).get(settingIds.sandboxAddress);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Whether the window's own sandbox org is kept from one session to the next. */
export function keepsSandbox(): boolean {
  return vscode.workspace.getConfiguration(section).get(settingIds.sandboxKeepState) === true;
}

/** Name of the connection that a window begins with when none was chosen in it yet; `sandbox` for the sandbox org. */
export function startWith(): string | undefined {
  const value: unknown = vscode.workspace.getConfiguration(section).get(settingIds.startWith);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** After how long a watched send counts as stalled, and after how long it is no longer asked for; milliseconds. */
export function watchLimits(): { readonly stallAfter: number; readonly giveUpAfter: number } {
  return {
    stallAfter: positiveNumber(settingIds.stallAfter, 5) * 60_000,
    giveUpAfter: positiveNumber(settingIds.giveUpAfter, 24) * 3_600_000,
  };
}

/** How requests are sent: how many, how long each may take (milliseconds), and in which mode writes go out. */
export interface RequestSettings {
  readonly maxConcurrent: number;
  readonly maxPerMinute: number;
  readonly timeouts: {
    readonly synchronous: number;
    readonly asynchronous: number;
    readonly retrieve: number;
  };
  readonly mode: WriteMode;
}

export function requestSettings(): RequestSettings {
  const strategy: unknown = vscode.workspace.getConfiguration(section).get(settingIds.strategy);
  return {
    maxConcurrent: positiveNumber(settingIds.maxConcurrent, 10),
    maxPerMinute: positiveNumber(settingIds.maxPerMinute, 2000),
    timeouts: {
      synchronous: positiveNumber(settingIds.timeoutSynchronous, 120) * 1000,
      asynchronous: positiveNumber(settingIds.timeoutAsynchronous, 30) * 1000,
      retrieve: positiveNumber(settingIds.timeoutRetrieve, 300) * 1000,
    },
    mode: strategy === 'asynchronous' || strategy === 'hybrid' ? strategy : 'synchronous',
  };
}

/** Keeps how many requests of a connection run at once, for all windows. */
export async function saveMaxConcurrent(maxConcurrent: number): Promise<void> {
  await vscode.workspace
    .getConfiguration(section)
    .update(settingIds.maxConcurrent, maxConcurrent, vscode.ConfigurationTarget.Global);
}

function positiveNumber(setting: string, fallback: number): number {
  const value: unknown = vscode.workspace.getConfiguration(section).get(setting);
  return typeof value === 'number' && value > 0 ? value : fallback;
}

/** Calls back when any of our settings changes. */
export function onSettingsChanged(callback: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) callback();
  });
}

/** Sets of variables for requests, as they stand in the settings; see `readEnvironments`. */
export function environmentsSetting(): unknown {
  return vscode.workspace.getConfiguration(section).get(settingIds.environments);
}

/** Writing more objects than this is asked about first. */
export function confirmAbove(): number {
  const value: unknown = vscode.workspace.getConfiguration(section).get(settingIds.confirmAbove);
  return typeof value === 'number' && value >= 0 ? value : 50;
}

/** How many runs the history keeps; 0 keeps none. */
export function historyKeep(): number {
  const value: unknown = vscode.workspace.getConfiguration(section).get(settingIds.historyKeep);
  return typeof value === 'number' && value >= 0 ? Math.min(value, 2000) : 200;
}

/** Days after which a client secret counts as old; 0 for never. */
export function secretReminderDays(): number {
  const value: unknown = vscode.workspace.getConfiguration(section).get(settingIds.secretReminder);
  return typeof value === 'number' && value >= 0 ? value : 90;
}

/** The proxy of VS Code's own settings, without who signs in to it; undefined when none is set. */
export function proxySetting(): string | undefined {
  const value: unknown = vscode.workspace.getConfiguration('http').get('proxy');
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  return new URL(value).host;
}

/** Days for which the log files are kept; 0 keeps none. */
export function logKeepDays(): number {
  const value: unknown = vscode.workspace.getConfiguration(section).get(settingIds.logKeepDays);
  return typeof value === 'number' && value >= 0 ? value : 14;
}
