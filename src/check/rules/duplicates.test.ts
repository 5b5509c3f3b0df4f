import { expect, test } from 'vitest';
import type { LetterIdentity } from '../letter-identity.ts';
import { duplicates } from './duplicates.ts';

const letter = (id: string, more: Partial<LetterIdentity> = {}): LetterIdentity => ({
  path: `content/replies/${id}.md`,
  id,
  issuer: '虚构市教育局',
  title: '虚构的答复',
  ...more,
});
const numbered = (value: string) => ({ documentNumber: { value, at: { line: 3, column: 17 } } });

const said = (letters: LetterIdentity[], asked?: string[]) =>
  duplicates(letters, asked && new Set(asked)).map(
    ({ path, line, column, level, rule }) => `${path}:${line}:${column} ${level} ${rule}`,
  );

test('letters that share nothing are no duplicates', () => {
  expect(
    said([letter('2019/a', numbered('甲')), letter('2019/b', numbered('乙')), letter('2020/c')]),
  ).toEqual([]);
});

test('a letter that was moved and is still at its old place is an error', () => {
  expect(said([letter('2019/a', numbered('甲')), letter('2020/a', numbered('甲'))])).toEqual([
    'content/replies/2020/a.md:1:1 error duplicate-id',
    'content/replies/2020/a.md:3:17 warning duplicate-number',
  ]);
});

test('another letter under the same name is a warning', () => {
  expect(said([letter('2019/a'), letter('2020/a', { issuer: '虚构市财政局' })])).toEqual([
    'content/replies/2020/a.md:1:1 warning duplicate-id',
  ]);
});

test('the same title and text is an error, the same text a warning', () => {
  const letters = [letter('2019/a', { text: 'x' }), letter('2019/b', { text: 'x' })];
  expect(said(letters)).toEqual(['content/replies/2019/b.md:1:1 error duplicate-letter']);
  expect(said([letter('2019/a', { text: 'x', title: '另一件' }), letter('2019/b', { text: 'x' })])).toEqual([
    'content/replies/2019/b.md:1:1 warning duplicate-letter',
  ]);
});

test('of letters that are asked for, those are reported and compared with all others', () => {
  const letters = ['2019/a', '2019/b', '2019/c'].map((id) => letter(id, numbered('甲')));
  expect(said(letters, ['2019/a'])).toEqual(['content/replies/2019/a.md:3:17 warning duplicate-number']);
  expect(said(letters, ['2019/a', '2019/b', '2019/c'])).toHaveLength(2);
  expect(duplicates(letters, new Set(['2019/a']))[0]?.text).toContain('content/replies/2019/b.md');
});
