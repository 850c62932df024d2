/** The page of the result panel: facts, error, and the table, request and response as tabs. */
import '../../webview/language.ts';
import {
  isToResultPage,
  type FromResultPage,
  type ResultState,
  type ResultTexts,
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
const objects = new ObjectTree((index) => post({ kind: 'openAnswer', index }));
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
  objects.setAnswers({ session: state.session, count: state.answerCount });
  tabs.setLabel('table', state.rowCount === 0 ? 'Table' : `Table (${state.rowCount.toLocaleString()})`);
  if (isNewRun) tabs.select('table');
  // Without rows there is nothing to see in the table, and the service's answer says why.
  if (state.status === 'failed' && state.rowCount === 0 && state.answerCount > 0) tabs.select('response');
}

function showTexts(texts: ResultTexts): void {
  response.setText(texts.response, texts.responseCut);
  request.setText(texts.request, texts.requestCut);
}

post = connectToHost<ToResultPage>(isToResultPage, (message) => {
  switch (message.kind) {
    case 'state':
      showState(message.state);
      break;
    case 'texts':
      showTexts(message.texts);
      break;
    case 'answer':
      objects.show(message.session, message.index, message.text);
      break;
    case 'steps':
      steps.show(message.steps, message.selected, message.count);
      break;
    case 'rows':
      table.addRows(message.from, message.rows);
      break;
  }
});
