/** Which environment's variables requests are filled in with: chosen in the status bar, kept for the workspace. */
import * as vscode from 'vscode';
import { scratchLanguageId } from '../../shared/languageMessages.ts';
import type { CommandId } from '../../shared/contributions.ts';
import { environmentsSetting, onSettingsChanged } from '../settings/settings.ts';

const stateKey = 'marketingCloud.environment';
const pick: CommandId = 'marketingCloud.selectEnvironment';

export class ChosenEnvironment {
  private readonly state: vscode.Memento;
  private readonly item: vscode.StatusBarItem;
  private readonly subscriptions: vscode.Disposable;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(state: vscode.Memento) {
    this.state = state;
    this.item = vscode.window.createStatusBarItem(
      'marketingCloud.environment',
      vscode.StatusBarAlignment.Left,
      49,
    );
    this.item.name = 'Marketing Cloud Environment';
    this.item.command = pick;
    this.subscriptions = vscode.Disposable.from(
      this.item,
      this.changed,
      onSettingsChanged(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.showItem()),
    );
    this.showItem();
  }

  /** The name chosen; undefined for the shared variables alone. One that is no longer in the settings counts as none. */
  get name(): string | undefined {
    const name = this.state.get<string>(stateKey);
    return name !== undefined && namesIn(environmentsSetting()).includes(name) ? name : undefined;
  }

  /** Lets the person choose. */
  async pick(): Promise<void> {
    const names = namesIn(environmentsSetting());
    const none = { label: 'No environment', description: 'the variables of $shared alone' };
    const edit = {
      label: '$(gear) Edit environments…',
      description: 'the setting marketingCloud.environments',
    };
    const items: vscode.QuickPickItem[] = [
      none,
      ...names.map((label) => ({ label, description: label === this.name ? 'in use' : '' })),
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      edit,
    ];
    const placeHolder = 'Variables of which environment do requests use?';
    const chosen = await vscode.window.showQuickPick(items, { placeHolder });
    if (chosen === undefined) return;
    if (chosen === edit) await openEnvironmentSettings();
    else await this.choose(chosen === none ? undefined : chosen.label);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async choose(name: string | undefined): Promise<void> {
    await this.state.update(stateKey, name);
    this.update();
  }

  private update(): void {
    this.showItem();
    this.changed.fire();
  }

  /** It is of use beside a scratch file only. */
  private showItem(): void {
    const isScratch = vscode.window.activeTextEditor?.document.languageId === scratchLanguageId;
    if (!isScratch || namesIn(environmentsSetting()).length === 0) {
      this.item.hide();
      return;
    }
    this.item.text = `$(symbol-variable) ${this.name ?? 'No environment'}`;
    this.item.tooltip = 'The environment whose variables requests are filled in with. Select to change.';
    this.item.show();
  }
}

/** Names of the environments in the setting, whatever it holds. */
function namesIn(setting: unknown): string[] {
  if (typeof setting !== 'object' || setting === null) return [];
  return Object.keys(setting).filter((name) => name !== '$shared');
}

async function openEnvironmentSettings(): Promise<void> {
  const { openSettings } = await import('../commands/runCommand.ts');
  await openSettings('marketingCloud.environments');
}
