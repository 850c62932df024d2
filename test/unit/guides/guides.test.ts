/** Every guide makes a scratch file that can be read, says what it does, and holds to the schema (rows A1 to A15, D1, E, G). */
import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue } from '../../../src/catalogue/index.ts';
import { fieldProblem, fieldsOf } from '../../../src/guides/fieldNotation.ts';
import type { Answers, Guide, Question } from '../../../src/guides/guide.ts';
import { guides, scratchFile, stages } from '../../../src/guides/index.ts';
import { of, typed, writeXml } from '../../../src/guides/xml.ts';
import {
  diagnose,
  noFacts,
  parseScratch,
  resolveRequest,
  type VariableContext,
} from '../../../src/language/index.ts';
import { guideIds, type GuideId } from '../../../src/shared/guideIds.ts';
import { guideAnswers } from '../../support/guideAnswers.ts';
import { readManifest } from '../../support/manifest.ts';
import { schemaAvailable, schemaProblems } from '../../support/schema.ts';

const context: VariableContext = {
  ...{ now: Date.UTC(2026, 0, 1), guid: () => '', random: () => 0, mid: 100, eid: 1 },
  prompted: () => 'Tr0ub4dor&3-and-more',
};

const guid = 'ed9aae62-800e-de11-b30f-001cc494ae9e';

function askedOf(guide: Guide, answers: Answers): readonly Question[] {
  return guide.questions.filter(({ when }) => when === undefined || when(answers));
}

/** The file, with what earlier requests of it would have answered filled in. */
function fileOf(id: GuideId, answers: Answers): string {
  return scratchFile(guides[id], guides[id].build(answers), 'Acme · UK')
    .replaceAll(/\{\{\w+\.response\.body\.\/\/Results\/NewID\}\}/g, '7')
    .replaceAll(/\{\{\w+\.response\.body\.\/\/Results\/NewObjectID\}\}/g, guid)
    .replaceAll(/\{\{\w+\.response\.body\.[^}]*\}\}/g, '8');
}

function bodiesOf(text: string): string[] {
  const file = parseScratch(text);
  return file.requests.map((request) => {
    const resolution = resolveRequest(file, request, catalogue, context);
    assert.ok('request' in resolution, 'problem' in resolution ? resolution.problem.message : '');
    // The envelope around it declares this prefix.
    return resolution.request.body.replace(
      ' xmlns=',
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns=',
    );
  });
}

describe('the guides (A1 to A15)', () => {
  for (const id of guideIds) {
    const guide = guides[id];

    it(`${id}: makes requests that the schema allows, and that no rule warns of`, async () => {
      for (const answers of guideAnswers[id]) {
        const text = fileOf(id, answers);
        const file = parseScratch(text);
        const findings = diagnose({ file, catalogue, context, facts: noFacts });
        assert.deepEqual(
          findings
            .filter(({ severity }) => severity === 'error' || severity === 'warning')
            .map(({ code, message }) => `${code}: ${message}`),
          [],
          text,
        );
        if (!schemaAvailable()) continue;
        const problems = await Promise.all(bodiesOf(text).map(schemaProblems));
        assert.deepEqual(problems.flat(), [], text);
      }
    });

    it(`${id}: asks for all that it uses, and takes these answers for right`, () => {
      for (const answers of guideAnswers[id]) {
        const asked = askedOf(guide, answers);
        assert.deepEqual(
          Object.keys(answers).filter((key) => !asked.some((question) => question.key === key)),
          [],
        );
        for (const question of asked) {
          const value = answers[question.key];
          assert.ok(value !== undefined, `${question.key} is asked for`);
          if (question.kind === 'text' || question.kind === 'file') {
            assert.equal(question.check(value, answers), undefined, question.key);
          } else if (question.kind === 'choice') {
            const { choices, many = false } = question;
            const offered = typeof choices === 'function' ? choices(answers) : choices;
            for (const each of many ? value.split('\n') : [value]) {
              assert.ok(
                offered.some((choice) => choice.value === each),
                question.key,
              );
            }
          }
        }
      }
    });
  }

  it('names each request once, so that later ones can use its answer', () => {
    for (const id of guideIds) {
      for (const answers of guideAnswers[id]) {
        const names = guides[id].build(answers).map(({ name }) => name);
        assert.deepEqual(names, [...new Set(names)], id);
      }
    }
  });

  it('ask before they send or write what cannot be taken back', () => {
    const asking = guideIds.filter((id) =>
      guideAnswers[id].some((answers) => guides[id].build(answers).some(({ note }) => note !== undefined)),
    );
    assert.deepEqual(asking, [
      ...['importData', 'scheduleSend', 'startSend', 'startTriggeredSend', 'fireTriggeredSend', 'sendSms'],
      ...['sendToList', 'sendToDataExtension', 'sendTriggered', 'deleteBusinessUnit'],
    ]);
  });

  it('are commands, named after what they do', () => {
    const manifest = readManifest() as {
      contributes: { commands: { command: string; title: string }[] };
    };
    const titles = new Map(manifest.contributes.commands.map(({ command, title }) => [command, title]));
    for (const id of guideIds) {
      assert.equal(titles.get(`marketingCloud.guide.${id}`), `Guide: ${guides[id].title}…`);
    }
  });

  it('say in which business unit they run, where people and lists belong to one (G2)', () => {
    for (const id of ['createSubscribers', 'createList', 'addToList'] as const) {
      const [answers = {}] = guideAnswers[id];
      const directives = (businessUnit: string): unknown =>
        guides[id].build({ ...answers, businessUnit }).map((request) => request.directives);
      assert.deepEqual(directives('100002'), [['bu 100002']], id);
      assert.deepEqual(directives(''), [undefined], id);
    }
  });

  it('write no password into a file: it is asked for when the request runs (F7)', () => {
    const [request] = guides.createUser.build(guideAnswers.createUser[0] ?? {});
    assert.ok(request !== undefined);
    assert.match(writeXml(request.body), /<Password>\{\{password\}\}<\/Password>/);
    assert.match(request.directives?.join('\n') ?? '', /^prompt password /);
  });

  it('have a stage each, and every stage has guides (G1)', () => {
    assert.deepEqual([...new Set(guideIds.map((id) => guides[id].stage))], Object.keys(stages));
  });
});

describe('the checks of the guides', () => {
  const checkOf = (id: GuideId, key: string, value: string, answers: Answers = {}): string | undefined => {
    const question = guides[id].questions.find((each) => each.key === key);
    assert.ok(question?.kind === 'text' || question?.kind === 'file');
    return question.check(value, answers);
  };

  it('put the dates of an extract into the time of the service, in its notation (D1, D11)', () => {
    const [request] = guides.extractData.build(guideAnswers.extractData[1] ?? {});
    const text = request === undefined ? '' : writeXml(request.body);
    assert.match(text, /<Name>StartDate<\/Name><Value>4\/30\/2026 6:00:00 PM<\/Value>/);
    assert.match(text, /<Name>EndDate<\/Name><Value>5\/31\/2026 4:00:00 PM<\/Value>/);
    const from = { from: '2026-05-01T00:00:00Z' };
    assert.match(checkOf('extractData', 'to', '2026-04-01T00:00:00Z', from) ?? '', /must be after/);
    const chosen = { parameters: 'OutputFileName\nFormat' };
    assert.match(checkOf('extractData', 'values', 'OutputFileName=x', chosen) ?? '', /Format has no value/);
  });

  it('want an offset in a date (D11), and a time to come', () => {
    assert.match(checkOf('scheduleSend', 'start', '2090-05-16T14:30:00') ?? '', /offset/);
    assert.match(checkOf('scheduleSend', 'start', '2020-05-16T14:30:00Z') ?? '', /past/);
  });

  it('want keys of at most 36 characters (D10)', () => {
    assert.match(checkOf('createDataExtension', 'extensionKey', 'x'.repeat(37)) ?? '', /36 characters/);
    assert.equal(checkOf('createDataExtension', 'extensionKey', 'x'.repeat(36)), undefined);
  });

  it('want columns that there are, typed or in a file (D9)', () => {
    const answers = { columns: 'Key\nPoints' };
    assert.match(checkOf('addRows', 'row', 'Key=1, Piont=2', answers) ?? '', /Piont is none of the columns/);
    assert.match(checkOf('addRows', 'file', 'Key,Piont\n1,2', answers) ?? '', /Piont would be dropped/);
    assert.match(checkOf('addRows', 'file', 'Key\n', answers) ?? '', /no row/);
    assert.match(checkOf('addRows', 'file', 'Key,Points\n"1', answers) ?? '', /no CSV/);
  });

  it('send who has thousands of rows to an import (D1)', () => {
    const file = `SubscriberKey,EmailAddress\n${'a,a@example.com\n'.repeat(1001)}`;
    assert.match(checkOf('createSubscribers', 'file', file) ?? '', /import the file/);
  });

  it('divide many objects into calls of fifty (B9)', () => {
    const rows = Array.from({ length: 120 }, (_, index) => `k${String(index)},k@example.com`);
    const file = ['SubscriberKey,EmailAddress', ...rows].join('\n');
    const requests = guides.createSubscribers.build({ source: 'file', file, lists: '' });
    assert.deepEqual(
      requests.map(({ name, body }) => [name, writeXml(body).split('<Objects').length - 1]),
      [
        ['createSubscribers1', 50],
        ['createSubscribers2', 50],
        ['createSubscribers3', 20],
      ],
    );
  });

  it('read fields, and say what of them is not understood', () => {
    assert.deepEqual(fieldsOf('Price Decimal(10;2) required default=1'), [
      {
        name: 'Price',
        type: 'Decimal',
        length: '10',
        scale: '2',
        isKey: false,
        isRequired: true,
        byDefault: '1',
      },
    ]);
    assert.match(fieldProblem('Key Text key') ?? '', /needs a length/);
    assert.match(fieldProblem('Key Txt(5)') ?? '', /“Key Txt\(5\)” is not understood/);
    assert.match(fieldProblem('A Text, a Number') ?? '', /there twice/);
    assert.match(fieldProblem(' ') ?? '', /at least one/);
  });
});

describe('the XML of the guides', () => {
  it('keeps text as text and small objects on a line', () => {
    assert.equal(
      writeXml(typed('Objects', 'List', [of('A', '<&>'), of('B', [of('C', '1'), of('D', '2')]), of('E')])),
      [
        '<Objects xsi:type="List">',
        '  <A>&lt;&amp;&gt;</A>',
        '  <B><C>1</C><D>2</D></B>',
        '  <E/>',
        '</Objects>',
      ].join('\n'),
    );
  });
});
