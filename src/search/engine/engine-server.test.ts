import { expect, test, vi } from 'vitest';
import type { Engine, SearchOptions } from './engine.ts';
import type { Reply } from './engine-messages.ts';
import { createEngineServer } from './engine-server.ts';
import type { SearchAnswer } from './search-answer.ts';

const answer = (ids: string[], complete = true): SearchAnswer => ({
  ids,
  captions: [],
  direct: [],
  directTotal: 0,
  facets: {
    place: [],
    year: [],
    session: [],
    assembly: [],
    kind: [],
    issuer: [],
    role: [],
    outcome: [],
    commitment: [],
  },
  problems: [],
  alternatives: [],
  searched: 1,
  total: 1,
  complete,
});
const request = (text: string) => ({ text, facets: {}, sort: 'relevance' }) as const;

/** An engine whose searches end when the test says so, each with its text as the only id. */
function slowEngine() {
  const searches: { text: string; options: SearchOptions; end: () => void }[] = [];
  const engine: Engine = {
    search: ({ text }, options = {}) =>
      new Promise((resolve) => {
        searches.push({
          text,
          options,
          end: () => {
            resolve(answer([text]));
          },
        });
      }),
    excerpts: () => Promise.resolve([]),
    captions: () => Promise.resolve([]),
    list: () => Promise.reject(new Error('missing file abc/people')),
    suggest: () => Promise.resolve([]),
  };
  const replies: (Reply | { kind: 'failed'; ticket: number; reason: string })[] = [];
  return { searches, replies, server: createEngineServer(engine, (reply) => replies.push(reply)) };
}

/** Lets everything that is ready run. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

test('a cancelled search is aborted, and neither its progress nor its answer is sent', async () => {
  const { searches, replies, server } = slowEngine();
  server.receive({ kind: 'search', ticket: 1, request: request('甲') });
  server.receive({ kind: 'search', ticket: 2, request: request('乙') });
  server.receive({ kind: 'cancel', ticket: 1 });
  expect(searches.map(({ options }) => options.signal?.aborted)).toEqual([true, false]);
  searches[0]?.options.onProgress?.(answer(['甲'], false));
  searches[1]?.options.onProgress?.(answer(['乙'], false));
  for (const { end } of searches) end();
  await turn();
  expect(replies.map(({ kind, ticket }) => [kind, ticket])).toEqual([
    ['found', 2],
    ['found', 2],
  ]);
});

test('a cancelled search leaves the answer before it in place', async () => {
  const { searches, replies, server } = slowEngine();
  server.receive({ kind: 'search', ticket: 1, request: request('甲') });
  searches[0]?.end();
  await turn();
  server.receive({ kind: 'search', ticket: 2, request: request('乙') });
  server.receive({ kind: 'cancel', ticket: 2 });
  searches[1]?.end();
  await turn();
  server.receive({ kind: 'ids', ticket: 3, answer: 1, from: 0, to: 20 });
  server.receive({ kind: 'ids', ticket: 4, answer: 2, from: 0, to: 20 });
  await turn();
  expect(replies.slice(1)).toEqual([
    { kind: 'ids', ticket: 3, packed: '甲' },
    { kind: 'failed', ticket: 4, reason: 'RangeError: answer 2 was replaced' },
  ]);
});

test('a question that fails is reported, unless nobody waits for it', async () => {
  const { replies, server } = slowEngine();
  server.receive({ kind: 'list', ticket: 1, ids: [] });
  server.receive({ kind: 'list', ticket: 2, ids: [] });
  server.receive({ kind: 'cancel', ticket: 1 });
  server.receive({ kind: 'cancel', ticket: 9 });
  await turn();
  expect(replies).toEqual([{ kind: 'failed', ticket: 2, reason: 'Error: missing file abc/people' }]);
});

test('the engine is idle once its last question was answered and no other follows for a moment', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    const { searches, server } = slowEngine();
    const idle = vi.fn();
    server.receive({ kind: 'search', ticket: 1, request: request('甲') });
    void server.whenIdle().then(idle);
    await vi.advanceTimersByTimeAsync(1000);
    expect(idle).not.toHaveBeenCalled();
    searches[0]?.end();
    await vi.advanceTimersByTimeAsync(90);
    server.receive({ kind: 'suggest', ticket: 2, text: '甲', limit: 6 });
    await vi.advanceTimersByTimeAsync(90);
    expect(idle).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(idle).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});
