import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusal, type RefusedFormat } from '../readers/format.ts';
import { messageCodes } from '../record/message-codes.ts';
import { messageListPath, writeMessageList } from './message-list.ts';

const root = join(import.meta.dirname, '..');

test('the page of messages is current; otherwise run node src/setup/message-list.ts', () => {
  expect(readFileSync(messageListPath, 'utf8')).toBe(writeMessageList());
});

test('every code is in the list', () => {
  const list = writeMessageList();
  expect(Object.keys(messageCodes).filter((code) => !list.includes(`- \`${code}\`（`))).toEqual([]);
});

test('every code of the list is used', () => {
  const sources = globSync('{reply,readers,normalise,recognise,record,convert,desk,cli}/**/*.ts', {
    cwd: root,
  })
    .filter((path) => !/\.(?:test|fixture|fuzz)\.ts$|message-codes/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  // Codes of formats without a reader are put together from the format.
  const refused: RefusedFormat[] = [
    ...(['heic', 'xml', 'odt'] as const),
    ...(['spreadsheet', 'presentation', 'archive', 'compound'] as const),
  ];
  const composed = new Set<string>(refused.map((format) => refusal(format).code));
  const unused = Object.keys(messageCodes).filter(
    (code) => !sources.includes(`'${code}'`) && !composed.has(code),
  );
  expect(unused).toEqual([]);
});

test('an editor reads for every code what it means and what to do', () => {
  for (const { meaning, advice } of Object.values(messageCodes))
    for (const text of [meaning, advice]) expect(text).toMatch(/^[^。]{3,40}。$/u);
});
