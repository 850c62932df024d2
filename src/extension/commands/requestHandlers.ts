/** What the commands do that run requests. */
import type { RequestPlace, TreePayload } from '../../shared/contributions.ts';
import type { RunHistory } from '../history/runHistory.ts';
import type { ExchangeDocuments } from '../requests/exchangeDocuments.ts';
import type { ChosenEnvironment } from '../requests/environments.ts';
import { pasteAsRequest } from '../requests/pasteRequests.ts';
import type { RequestRunner } from '../requests/requestRunner.ts';
import type { CommandHandlers } from './registerCommand.ts';
import { subjectOf } from './treeViews.ts';

interface Parts {
  readonly documents: ExchangeDocuments;
  readonly history: RunHistory;
  readonly environment: ChosenEnvironment;
  readonly requests: RequestRunner;
}

type RequestCommand =
  | 'marketingCloud.runRequest'
  | 'marketingCloud.runRequestAsync'
  | 'marketingCloud.runAllRequests'
  | 'marketingCloud.runSelectedRequests'
  | 'marketingCloud.runXml'
  | 'marketingCloud.previewEnvelope'
  | 'marketingCloud.cancelRun'
  | 'marketingCloud.showResult'
  | 'marketingCloud.selectEnvironment'
  | 'marketingCloud.openRequest'
  | 'marketingCloud.openRun'
  | 'marketingCloud.openRunAsRequest'
  | 'marketingCloud.repeatRun'
  | 'marketingCloud.compareRuns'
  | 'marketingCloud.deleteRun'
  | 'marketingCloud.clearHistory'
  | 'marketingCloud.pasteAsRequest';

export function requestHandlers({
  documents,
  environment,
  history,
  requests,
}: Parts): Pick<CommandHandlers, RequestCommand> {
  /** Loaded when the history is first looked at. */
  const past = () => import('../history/historyCommands.ts');
  const kept = { history, documents, run: (place: RequestPlace) => requests.run(place) };
  return {
    'marketingCloud.runRequest': (place) => requests.run(requestPlace(place)),
    'marketingCloud.runRequestAsync': (place) => requests.run(requestPlace(place), 'async'),
    'marketingCloud.runAllRequests': (place) => requests.runAll(requestPlace(place)),
    'marketingCloud.runSelectedRequests': () => requests.runSelection(),
    'marketingCloud.runXml': () => requests.runXml(),
    'marketingCloud.previewEnvelope': (place) => requests.preview(requestPlace(place)),
    'marketingCloud.cancelRun': () => requests.cancel(),
    'marketingCloud.showResult': () => requests.showResult(),
    'marketingCloud.selectEnvironment': () => environment.pick(),
    'marketingCloud.openRequest': (node) => requests.reveal(requestPlace(node)),
    'marketingCloud.openRun': async (node) => (await past()).openRun(kept, node),
    'marketingCloud.openRunAsRequest': async (node) => (await past()).openRunAsRequest(kept, node),
    'marketingCloud.repeatRun': async (node) => (await past()).repeatRun(kept, node),
    'marketingCloud.compareRuns': async (node, selected) => (await past()).compareRuns(kept, node, selected),
    'marketingCloud.deleteRun': async (node, selected) => (await past()).deleteRuns(kept, node, selected),
    'marketingCloud.pasteAsRequest': () => pasteAsRequest(),
    'marketingCloud.clearHistory': async () => (await past()).clearHistory(kept),
  };
}

/** A code lens hands over a place, a tree its node; menus of an editor hand over the file's URI, and mean what is edited. */
function requestPlace(payload: RequestPlace | TreePayload | undefined): RequestPlace | undefined {
  if (payload === undefined) return undefined;
  if ('uri' in payload && typeof payload.uri === 'string' && typeof payload.line === 'number') return payload;
  return 'id' in payload ? subjectOf(payload, 'request') : undefined;
}
