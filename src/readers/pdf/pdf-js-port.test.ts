import { expect, test } from 'vitest';
import { SameThreadPort } from './pdf-js-port.ts';

interface Sending {
  transfer?: Transferable[];
  /** What the sender does before the message arrives. */
  meanwhile?: () => void;
}

/** What arrives of a message. */
async function send(message: unknown, { transfer = [], meanwhile }: Sending = {}): Promise<unknown[]> {
  const port = new SameThreadPort();
  const arrived: unknown[] = [];
  port.addEventListener('message', ({ data }) => arrived.push(data));
  port.postMessage(message, transfer);
  expect(arrived).toEqual([]);
  meanwhile?.();
  await Promise.resolve();
  return arrived;
}

test('operators arrive uncloned, as many as were sent, though their sender empties its lists', async () => {
  const glyphs = [{ unicode: '答' }];
  const chunk = { fnArray: [44], argsArray: [[glyphs]], lastChunk: true };
  const [arrived] = await send(
    { stream: 1, chunk },
    {
      meanwhile() {
        chunk.fnArray.length = 0;
        chunk.argsArray.length = 0;
      },
    },
  );
  expect(arrived).toEqual({ stream: 1, chunk: { fnArray: [44], argsArray: [[glyphs]], lastChunk: true } });
  expect((arrived as { chunk: typeof chunk }).chunk.argsArray[0]?.[0]).toBe(glyphs);
});

test('fonts arrive as they are', async () => {
  const message = { action: 'commonobj', data: ['g_1', 'Font', { buffer: new ArrayBuffer(8) }] };
  expect((await send(message))[0]).toBe(message);
});

test('all else is cloned, and what is transferred is gone', async () => {
  const pixels = new Uint8Array([1, 2, 3]);
  const message = { action: 'obj', data: ['img_1', 0, 'Image', { data: pixels }] };
  const [arrived] = await send(message, {
    transfer: [pixels.buffer],
    meanwhile() {
      message.data[1] = 9;
    },
  });
  expect(arrived).toEqual({
    action: 'obj',
    data: ['img_1', 0, 'Image', { data: new Uint8Array([1, 2, 3]) }],
  });
  expect(pixels.byteLength).toBe(0);
});

test('who listens no more hears nothing', async () => {
  const port = new SameThreadPort();
  const controller = new AbortController();
  const heard: unknown[] = [];
  port.addEventListener('message', ({ data }) => heard.push(data), { signal: controller.signal });
  port.postMessage({ action: 'a' });
  await Promise.resolve();
  controller.abort();
  port.postMessage({ action: 'b' });
  await Promise.resolve();
  expect(heard).toEqual([{ action: 'a' }]);
});
