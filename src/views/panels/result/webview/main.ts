/** The page of the result panel: facts, error, and the table, request and response as tabs. */
import {
  isToResultPage,
  type FromResultPage,
  type ResultState,
  type ToResultPage,
} from '../../../../shared/resultMessages.ts';
import { element } from '../../webview/dom.ts';
import { connectToHost } from '../../webview/host.ts';
import { ResultHeader } from './header.ts';
import { ObjectTree } from './objectTree.ts';
import { ResultTable } from './resultTable.ts';
import './result.css';
import { Steps } from './steps.ts';
import { Tabs } from './tabs.ts';
import { XmlView } from './xmlView.ts';

let post: (message: FromResultPage) => void = () => undefined;

const header = new ResultHeader({
  cancel: () => post({ kind: 'cancel' }),
  runAgain: () => post({ kind: 'runAgain' }),
});
const steps = new Steps((index) => post({ kind: 'selectStep', index }));
const table = new ResultTable(document.body.dataset['nonce'] ?? '', {
  copy: (text) => post({ kind: 'copy', text }),
  export: () => post({ kind: 'export' }),
});
const objects = new ObjectTree();
const response = new XmlView('response', () => post({ kind: 'openText', which: 'response' }));
const request = new XmlView('request', () => post({ kind: 'openText', which: 'request' }));
const tabs = new Tabs([
  { id: 'table', label: 'Table', content: table.element, shown: () => table.shown() },
  { id: 'objects', label: 'Objects', content: objects.element, shown: () => objects.shown() },
  { id: 'response', label: 'Response', content: response.element, shown: () => response.shown() },
  { id: 'request', label: 'Request', content: request.element, shown: () => request.shown() },
]);
document.body.append(element('main', {}, steps.element, header.element, tabs.element));

let current: ResultState | undefined;

function showState(state: ResultState): void {
  const isNewRun = state.status === 'running' && current?.status !== 'running';
  current = state;
  header.show(state);
  table.setColumns(state.columns);
  objects.setText(state.response, state.responseCut);
  response.setText(state.response, state.responseCut);
  request.setText(state.request, state.requestCut);
  tabs.setLabel('table', state.rowCount === 0 ? 'Table' : `Table (${state.rowCount.toLocaleString()})`);
  if (isNewRun) tabs.select('table');
  // Without rows there is nothing to see in the table, and the service's answer says why.
  if (state.status === 'failed' && state.rowCount === 0 && state.response !== '') tabs.select('response');
}

post = connectToHost<ToResultPage>(isToResultPage, (message) => {
  if (message.kind === 'state') showState(message.state);
  else if (message.kind === 'steps') steps.show(message.steps, message.selected);
  else table.addRows(message.from, message.rows);
});
