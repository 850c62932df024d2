/**
 * What the sandbox org does of the vendor's best practices by itself, without our client: the workflow (A), extracts
 * (D1), imports (E), and who calls (G). Each row, and the tests that show it; a test that is renamed is to be renamed
 * here as well.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type Proof = readonly [file: string, ...titles: string[]];

const proofs: Readonly<Record<string, readonly Proof[]>> = {
  A1: [['objects', 'is created with the recorded result, and not twice', 'is upserted, updated and deleted']],
  A2: [['objects', 'gets a key made of its name and folder, and is changed and deleted']],
  A3: [['objects', 'goes on lists, changes there and leaves them']],
  A4: [['audiences', 'have profile attributes that can be made, described, used, renamed and deleted (A4)']],
  A5: [
    ['sendDefinitions', 'are created, shown, changed and deleted'],
    ['filters', 'pick the audience of a send (A5)'],
    ['suppression', 'leave their addresses out of the commercial sends of the business unit'],
  ],
  A6: [
    [
      'dataExtensions',
      'are created with their columns, and found again',
      'can be sendable, and show it as a retrieve does',
    ],
    ['content', 'make data extensions from templates, whose columns come first (A6)'],
  ],
  A7: [['rows', 'insert, update, upsert and delete rows with the recorded results']],
  A8: [['imports', 'bring the rows of a file into a data extension, and tell how far they are (E2)']],
  A9: [['schedules', 'make sends that wait, start when their time comes, and come again']],
  A10: [['sends', 'start by Perform under the ID of the task, and send to the definition’s audience']],
  A11: [['triggeredSends', 'are new until they are started, wait while paused, and are counted']],
  A12: [['administration', 'sends text messages that arrive (A12)']],
  A13: [['audiences', 'have groups that are refreshed, and can be sent to (A13)']],
  A14: [
    ['sends', 'count what the tracking events show', 'have events with what their kind has'],
    ['audiences', 'are seen by the links and lists of a send, and the numbers agree (A14)'],
    ['furtherObjects', 'answers the events of every kind, page by page, as each kind does by itself (A14)'],
  ],
  A15: [
    [
      'sequences',
      'sends to a list (A15)',
      'sends to a data extension (A15)',
      'sends when something happens (A15)',
    ],
  ],
  D1: [
    [
      'extracts',
      'write all rows of a data extension',
      'write the tracking of sends as an archive that others can open, and its numbers agree',
    ],
    ['furtherObjects', 'run the extracts that somebody made in the web application (D1)'],
  ],
  E1: [['administration', 'keeps portfolio items (E1)']],
  E2: [['imports', 'bring the rows of a file into a data extension, and tell how far they are (E2)']],
  E3: [['imports', 'are found by the location that every account has (E3)']],
  E4: [['imports', 'find the file of the day by its naming pattern, in the time of the service (E4)']],
  E5: [['imports', 'read tabs, and delimiters of one’s own (E5)']],
  E6: [
    [
      'imports',
      'bring people onto a list, and their attributes (E6)',
      'take four columns only onto a publication list (E6)',
    ],
  ],
  E7: [['imports', 'keep the source of an import from Salesforce (E7)']],
  G1: [
    [
      'sequences',
      'sends to a list (A15)',
      'sends to a data extension (A15)',
      'sends when something happens (A15)',
    ],
  ],
  G2: [
    [
      'administration',
      'makes business units that work at once, changes and deletes them (G2)',
      'makes users, never shows a password, and puts them into business units (G2)',
      'makes roles, and keeps those of the system and those in use (G2)',
    ],
    ['accounts', 'are written to by the enterprise in their name, and by nobody else'],
  ],
  G3: [['administration', 'makes clients of an agency, which are no business units (G3)']],
  G4: [['../../peers/generated', 'requests copied as programs, run on the sandbox (G4)']],
  G5: [['sequences', 'keeps what is left out, and takes false for false and 0 for 0 (G5)']],
  G6: [
    [
      'asynchronous',
      'are taken in at once and done when their turn comes, by their priority',
      'run in the order of their conversation, once all have come',
    ],
  ],
};

const count = { A: 15, E: 7, G: 6 };
const rows = [
  ...Object.entries(count).flatMap(([part, last]) =>
    Array.from({ length: last }, (_, index) => `${part}${String(index + 1)}`),
  ),
  'D1',
];

/** The titles of the tests in a file, as they are written. */
function titlesIn(file: string): readonly string[] {
  const text = readFileSync(new URL(`${file}.test.ts`, import.meta.url), 'utf8');
  return [...text.matchAll(/\b(?:it|describe)\(\s*'((?:[^'\\\n]|\\.)*)'/g)].map(([, title = '']) => title);
}

describe('the sandbox alone', () => {
  it('shows every row of the workflow, of extracts, of imports and of callers', () => {
    assert.deepEqual(Object.keys(proofs).sort(), rows.sort());
  });

  for (const [row, list] of Object.entries(proofs)) {
    it(`shows ${row} by tests that there are`, () => {
      assert.ok(list.length > 0);
      for (const [file, ...titles] of list) {
        const known = titlesIn(file);
        assert.ok(titles.length > 0);
        for (const title of titles) assert.ok(known.includes(title), `${file} has no test "${title}".`);
      }
    });
  }
});
