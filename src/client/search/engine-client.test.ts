import { describe, expect, it, vi } from 'vitest';
import type { Reply, ToEngine } from '../../search/engine/engine-messages.ts';
import { createEngineClient } from './engine-client.ts';

const request = { text: '双创', facets: {}, sort: 'relevance' } as const;
const nothing = {
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
};
const found = (ticket: number, count: number, complete: boolean): Extract<Reply, { kind: 'found' }> => ({
  kind: 'found',
  ticket,
  count,
  searched: count,
  total: 9,
  complete,
  ...nothing,
});

/** A client whose worker is this test. */
function connect() {
  const sent: ToEngine[] = [];
  const terminate = vi.fn();
  const connected = createEngineClient((message) => sent.push(message), terminate);
  return { ...connected, sent, terminate };
}

describe('a question to the engine', () => {
  it('gets partial answers as they come, and resolves with the complete one', async () => {
    const { client, receive } = connect();
    const partial: number[] = [];
    const answer = client.search(request, {
      signal: new AbortController().signal,
      onProgress: ({ count }) => partial.push(count),
    });
    receive(found(1, 2, false));
    receive(found(1, 5, false));
    receive(found(1, 7, true));
    expect((await answer).count).toBe(7);
    expect(partial).toEqual([2, 5]);
  });

  it('is cancelled in the worker when its signal is aborted, and gets no answer that comes late', async () => {
    const { client, receive, sent } = connect();
    const asking = new AbortController();
    const onProgress = vi.fn();
    const answer = client.search(request, { signal: asking.signal, onProgress });
    asking.abort(new DOMException('overtaken', 'AbortError'));
    receive(found(1, 2, false));
    receive(found(1, 7, true));
    await expect(answer).rejects.toThrow('overtaken');
    expect(onProgress).not.toHaveBeenCalled();
    expect(sent.map((message) => message.kind)).toEqual(['search', 'cancel']);
    expect(sent[1]).toEqual({ kind: 'cancel', ticket: 1 });
  });

  it('is not even sent when its signal is aborted already', async () => {
    const { client, sent } = connect();
    const over = AbortSignal.abort(new DOMException('overtaken', 'AbortError'));
    await expect(client.suggest('双', 6, over)).rejects.toThrow('overtaken');
    expect(sent).toEqual([]);
  });

  it('that is answered is not cancelled afterwards', async () => {
    const { client, receive, sent } = connect();
    const asking = new AbortController();
    const ids = client.ids({ from: 0, ...found(7, 2, true) }, asking.signal);
    receive({ kind: 'ids', ticket: 1, packed: '2019/a\n2018/b' });
    expect(await ids).toEqual(['2019/a', '2018/b']);
    asking.abort();
    expect(sent.map((message) => message.kind)).toEqual(['ids']);
  });

  it('leaves other questions alone when it cannot be answered', async () => {
    const { client, receive } = connect();
    const { signal } = new AbortController();
    const [failing, working] = [
      client.captions(['2019/a'], signal),
      client.excerpts('双创', ['2019/a'], signal),
    ];
    receive({ kind: 'failed', ticket: 1, reason: 'missing file abc/head' });
    receive({ kind: 'excerpts', ticket: 2, results: [] });
    await expect(failing).rejects.toThrow('missing file abc/head');
    expect(await working).toEqual([]);
  });
});

it('a broken worker fails what is open and what is asked later', async () => {
  const { client, fail, sent } = connect();
  const { signal } = new AbortController();
  const open = [client.suggest('双', 6, signal), client.list(['2019/a'])];
  fail(new Error('broken'));
  for (const one of open) await expect(one).rejects.toThrow('broken');
  await expect(client.list(['2019/b'])).rejects.toThrow('broken');
  expect(sent).toHaveLength(2);
});

it('stopping ends the worker', () => {
  const { client, terminate } = connect();
  client.stop();
  expect(terminate).toHaveBeenCalledOnce();
});
