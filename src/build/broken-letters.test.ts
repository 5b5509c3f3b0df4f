import { expect, test } from 'vitest';
import { errorAt, fileStart, warningAt } from '../content-files/finding.ts';
import { findBrokenLetters } from './broken-letters.ts';

const path = (id: string) => `content/replies/${id}.md`;
const letter = (id: string, findings = [warningAt(path(id), fileStart, 'key-order', '提醒')]) => ({
  ...{ id, findings },
  identity: { path: path(id), id },
});
const error = (file: string) => errorAt(file, fileStart, 'yaml', '错误');

test('a letter is broken by an error in its file, in a file of it, or together with another letter', () => {
  const own = [error(path('2019/b'))];
  const followUp = [error('content/follow-up/2019/c.yml')];
  const letters = [letter('2019/a'), letter('2019/b', own), letter('2019/c', followUp), letter('2019/d')];
  const together = [error(path('2019/d'))];
  const findings = [...letters.flatMap(({ findings: all }) => all), ...together];
  expect(findBrokenLetters(letters, findings)).toEqual(new Set(['2019/b', '2019/c', '2019/d']));
});

test('an error elsewhere is not that of a letter', () => {
  expect(findBrokenLetters([letter('2019/a')], [error('content/pages/about.md')])).toBeUndefined();
  expect(
    findBrokenLetters([letter('2019/a')], [warningAt('content/site.yml', fileStart, 'yaml', '提醒')]),
  ).toEqual(new Set());
});
