/** The thread of `largeAnswers.ts`: it keeps the answers to one request, and evaluates XPaths on them. */
import { parentPort } from 'node:worker_threads';
import { prettyXml, XPathSubject } from '../language/index.ts';
import { evaluateHere } from './evaluate.ts';
import type { ToAnswersThread } from './largeAnswers.ts';

let texts: string[] = [];
let subject: XPathSubject | undefined;

parentPort?.on('message', (message: ToAnswersThread) => {
  switch (message.kind) {
    case 'begin':
      texts = [];
      subject = undefined;
      break;
    case 'text':
      texts.push(message.text);
      break;
    case 'evaluate':
      subject ??= new XPathSubject(texts);
      parentPort?.postMessage(evaluateHere(subject, message.expressions));
      break;
    case 'pretty':
      parentPort?.postMessage(texts.map(prettyXml).join('\n\n'));
      break;
  }
});
