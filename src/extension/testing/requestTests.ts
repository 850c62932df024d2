/** The Test Explorer: requests with `# @assert` are tests, and are run like any others. */
import * as vscode from 'vscode';
import type { RunTestJob } from './testRun.ts';

/** Where a test stands in its file. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** To run is to be told how it went; to debug is to have every step with its whole exchange in the result editor too. */
type Parts = Readonly<Record<'run' | 'debug', RunTestJob>>;

export class RequestTests {
  private readonly controller: vscode.TestController;
  private readonly subscriptions: vscode.Disposable;
  private readonly runJob: Parts;
  private readonly places = new WeakMap<vscode.TestItem, Place>();

  constructor(runJob: Parts) {
    this.runJob = runJob;
    this.controller = vscode.tests.createTestController('marketingCloud.requests', 'SOAP Requests');
    const { Run, Debug } = vscode.TestRunProfileKind;
    this.controller.createRunProfile('Run', Run, (asked, token) => this.run('run', asked, token), true);
    this.controller.createRunProfile('Debug', Debug, (asked, token) => this.run('debug', asked, token), true);
    this.controller.resolveHandler = (item) => (item === undefined ? this.discover() : this.readFile(item));
    this.controller.refreshHandler = () => this.discover();
    const files = vscode.workspace.createFileSystemWatcher('**/*.mcsoap');
    this.subscriptions = vscode.Disposable.from(
      this.controller,
      files,
      files.onDidCreate((uri) => this.update(uri)),
      files.onDidChange((uri) => this.update(uri)),
      files.onDidDelete((uri) => this.controller.items.delete(uri.toString())),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const item = this.controller.items.get(document.uri.toString());
        if (item !== undefined) this.readText(item, document).catch(() => undefined);
      }),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Files are listed; each is read when it is opened in the tree. */
  private async discover(): Promise<void> {
    const uris = await vscode.workspace.findFiles('**/*.mcsoap', '**/node_modules/**');
    for (const uri of uris) await this.readFile(this.itemOf(uri));
  }

  private update(uri: vscode.Uri): void {
    this.readFile(this.itemOf(uri)).catch(() => undefined);
  }

  private itemOf(uri: vscode.Uri): vscode.TestItem {
    const known = this.controller.items.get(uri.toString());
    if (known !== undefined) return known;
    return this.controller.createTestItem(uri.toString(), vscode.workspace.asRelativePath(uri), uri);
  }

  private async readFile(item: vscode.TestItem): Promise<void> {
    if (item.uri === undefined || item.parent !== undefined) return;
    await this.readText(item, await vscode.workspace.openTextDocument(item.uri));
  }

  /** A file without a test is not listed. */
  private async readText(item: vscode.TestItem, document: vscode.TextDocument): Promise<void> {
    const { parseScratch } = await import('../../language/index.ts');
    const file = parseScratch(document.getText());
    const tests = file.requests.filter(({ directives }) => directives.some(({ name }) => name === 'assert'));
    const children = tests.map((request, index) => {
      const label =
        [request.title, request.name].find((text) => text !== undefined && text !== '') ??
        `Request ${String(index + 1)}`;
      const test = this.controller.createTestItem(
        `${item.id}#${request.name ?? String(index)}`,
        label,
        document.uri,
      );
      test.range = new vscode.Range(
        document.positionAt(request.range.start),
        document.positionAt(request.range.end),
      );
      test.sortText = String(index).padStart(6, '0');
      this.places.set(test, request.range);
      return test;
    });
    item.children.replace(children);
    if (children.length === 0) this.controller.items.delete(item.id);
    else this.controller.items.add(item);
  }

  private async run(
    how: 'run' | 'debug',
    asked: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    // All tests can be asked for before the view was ever opened.
    if (asked.include === undefined) await this.discover();
    const excluded = new Set(asked.exclude);
    const tests = [...(asked.include ?? itemsIn(this.controller.items))]
      .flatMap((item) => (item.children.size === 0 ? [item] : itemsIn(item.children)))
      .filter((item) => !excluded.has(item))
      .map((item) => ({ item, start: this.places.get(item)?.start }));
    const { runTests } = await import('./testRun.ts');
    await runTests(this.controller.createTestRun(asked), tests, { runJob: this.runJob[how], token });
  }
}

function itemsIn(collection: vscode.TestItemCollection): vscode.TestItem[] {
  return [...collection].map(([, item]) => item);
}
