import { expect, test } from 'vitest';
import { openTesseract } from './tesseract.ts';

const blank = { width: 400, height: 100, channels: 1 as const, data: new Uint8Array(40_000).fill(255) };

test('an engine that is closed twice is of use to the next document', async () => {
  const engine = await openTesseract();
  await engine.close();
  await engine.close();
  const next = await openTesseract();
  await expect(next.lines(blank, 20_000)).resolves.toEqual([]);
  await next.close();
}, 60_000);
