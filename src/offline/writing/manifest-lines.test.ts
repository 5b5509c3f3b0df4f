import { expect, test } from 'vitest';
import { packBytes } from '../threads/pack-file.ts';
import { hashLines, packLines } from './manifest-lines.ts';

const line = (index: number) => `${String(index).padStart(64, '0')}  data/答复/${index}.html\n`;

test.each([
  ['no line', []],
  ['a line that does not get shorter', ['虚构']],
  ['lines of one piece', Array.from({ length: 50 }, (_, index) => line(index))],
  ['lines of several pieces', Array.from({ length: 30_000 }, (_, index) => line(index))],
  ['lines that fill pieces exactly', Array<string>(2048).fill(`${'x'.repeat(1023)}\n`)],
])('%s are packed as if they were one text', (_, lines) => {
  const { entry, hashes, parts } = packLines('a.txt', lines);
  const whole = packBytes('a.txt', Buffer.from(lines.join('')));
  expect({ entry, hashes }).toEqual({ entry: whole.entry, hashes: whole.hashes });
  expect(hashLines(lines)).toEqual(whole.hashes);
  expect(Buffer.concat(parts).equals(Buffer.concat(whole.parts))).toBe(true);
});
