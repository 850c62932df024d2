/** The Test Explorer: requests with `# @assert` are tests, and are run like any others. */
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ScratchFile } from '../../language/index.ts';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import { FileReadings, type ReadFile } from './fileReadings.ts';
import type { RunTestJob } from './testRun.ts';

/** To run is to be told how it went; to debug is to have every step with its whole exchange in the result editor too. */
type Parts = Readonly<Record<'run' | 'debug', RunTestJob>>;

export class RequestTests {
  private readonly controller: vscode.TestController;
  private readonly subscriptions: vscode.Disposable;
  private readonly runJob: Parts;
  private readonly readings = new FileReadings((read) => this.show(read));
  /** Where in its file the request of a test begins. */
  private readonly starts = new WeakMap<vscode.TestItem, number>();

  constructor(runJob: Parts) {
    this.runJob = runJob;
    this.controller = vscode.tests.createTestController('marketingCloud.requests', l10n.t('SOAP Requests'));
    const { Run, Debug } = vscode.TestRunProfileKind;
    this.controller.createRunProfile(
      l10n.t('Run'),
      Run,
      (asked, token) => this.run('run', asked, token),
      true,
    );
    this.controller.createRunProfile(
      l10n.t('Debug'),
      Debug,
      (asked, token) => this.run('debug', asked, token),
      true,
    );
    this.controller.resolveHandler = () => this.discover();
    this.controller.refreshHandler = () => this.discover();
    const files = vscode.workspace.createFileSystemWatcher('**/*.mcsoap');
    this.subscriptions = vscode.Disposable.from(
      this.controller,
      this.readings,
      files,
      files.onDidCreate((uri) => this.readings.readSoon(uri)),
      files.onDidChange((uri) => this.readings.readSoon(uri)),
      files.onDidDelete((uri) => {
        this.readings.forget(uri);
        this.controller.items.delete(uri.toString());
      }),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri, languageId }, contentChanges }) => {
        const isOurs =
          languageId === scratchLanguageId && vscode.workspace.getWorkspaceFolder(uri) !== undefined;
        if (isOurs && contentChanges.length > 0) this.readings.readSoon(uri);
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async discover(): Promise<void> {
    const uris = await vscode.workspace.findFiles('**/*.mcsoap', '**/node_modules/**');
    for (const uri of uris) await this.readings.read(uri);
  }

  /** A file without a test is not listed. */
  private show({ uri, file, lines }: ReadFile): void {
    const { items } = this.controller;
    const tests = file.requests.filter(({ directives }) => directives.some(({ name }) => name === 'assert'));
    if (tests.length === 0) {
      items.delete(uri.toString());
      return;
    }
    const item =
      items.get(uri.toString()) ??
      this.controller.createTestItem(uri.toString(), vscode.workspace.asRelativePath(uri), uri);
    const ids = new Set<string>();
    item.children.replace(
      tests.map((request, index) => {
        // A name that is there twice, as while a request is copied, is told at its directive.
        const isNew = request.name !== undefined && !ids.has(request.name);
        const id = isNew ? (request.name ?? '') : `#${String(index)}`;
        ids.add(id);
        const test = this.testOf(item, `${item.id}#${id}`, labelOf(request, index));
        const { start, end } = request.range;
        test.range = new vscode.Range(lines.positionAt(start), lines.positionAt(end));
        test.sortText = String(index).padStart(6, '0');
        this.starts.set(test, start);
        return test;
      }),
    );
    items.add(item);
  }

  /** The test that there is already, so that what is known of its last run stays. */
  private testOf(file: vscode.TestItem, id: string, label: string): vscode.TestItem {
    const test = file.children.get(id) ?? this.controller.createTestItem(id, label, file.uri);
    test.label = label;
    return test;
  }

  private async run(
    how: 'run' | 'debug',
    asked: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    // All tests can be asked for before the view was ever opened, or before the last edit was read.
    if (asked.include === undefined) await this.discover();
    await this.readings.settled();
    const excluded = new Set(asked.exclude);
    const tests = [...(asked.include ?? itemsIn(this.controller.items))]
      .flatMap((item) => (item.children.size === 0 ? [item] : itemsIn(item.children)))
      .filter((item) => !excluded.has(item))
      .flatMap((item) => {
        const start = this.starts.get(item);
        return start === undefined ? [] : [{ item, start }];
      });
    const { runTests } = await import('./testRun.ts');
    await runTests(this.controller.createTestRun(asked), tests, { runJob: this.runJob[how], token });
  }
}

function labelOf({ title, name }: ScratchFile['requests'][number], index: number): string {
  return [title, name].find((text) => text !== undefined && text !== '') ?? l10n.t('Request {0}', index + 1);
}

function itemsIn(collection: vscode.TestItemCollection): vscode.TestItem[] {
  return [...collection].map(([, item]) => item);
}
