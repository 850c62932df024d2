/** Processes that share a token: one asks for it, all use it, and one that is taken no more is replaced once. */
import assert from 'node:assert/strict';
import {
  SharedToken,
  type AccessToken,
  type TokenKeeper,
  type TokenSource,
} from '../../../src/soap/index.ts';

const hour = 3_600_000;

describe('tokens that processes share', () => {
  let now = 0;
  let fetched = 0;
  let box: AccessToken | undefined;

  const keeper: TokenKeeper = {
    read: () => Promise.resolve(box),
    write: (token) => {
      box = token;
      return Promise.resolve();
    },
  };

  beforeEach(() => {
    [now, fetched, box] = [0, 0, undefined];
  });

  /** A process of its own: it knows nothing of the others but what is kept. */
  function process(kept = keeper): TokenSource {
    let current: AccessToken | undefined;
    const own: TokenSource = {
      token: () => {
        if (current === undefined || now >= current.expiresAt) {
          fetched += 1;
          const value = `token-${String(fetched)}`;
          current = { value, expiresAt: now + hour, soapAddress: 'https://soap.example/', scopes: [] };
        }
        return Promise.resolve(current);
      },
      reject: ({ value }) => {
        if (current?.value === value) current = undefined;
      },
    };
    return new SharedToken(own, kept, () => now);
  }

  const values = (...sources: readonly TokenSource[]): Promise<string[]> =>
    Promise.all(sources.map(async (source) => (await source.token()).value));

  it('are asked for by one of them', async () => {
    const [first, second] = [process(), process()];
    assert.deepEqual(await values(first, first), ['token-1', 'token-1']);
    assert.deepEqual(await values(second), ['token-1']);
    assert.equal(fetched, 1);
  });

  it('are renewed by whoever needs it first', async () => {
    const [first, second] = [process(), process()];
    await values(first);
    await values(second);
    now = hour;
    assert.deepEqual(await values(second), ['token-2']);
    assert.deepEqual(await values(first), ['token-2']);
  });

  it('that the service takes no more are replaced once, and never used again', async () => {
    const [first, second] = [process(), process()];
    const old = await first.token();
    await second.token();
    first.reject(old);
    assert.deepEqual(await values(first), ['token-2']);
    second.reject(old);
    assert.deepEqual(await values(second), ['token-2']);
    assert.equal(fetched, 2);
  });

  it('are had without the others when nothing can be kept', async () => {
    const locked = process({
      read: () => Promise.reject(new Error('The keyring is locked.')),
      write: () => Promise.reject(new Error('The keyring is locked.')),
    });
    assert.deepEqual(await values(locked, locked), ['token-1', 'token-1']);
  });
});
