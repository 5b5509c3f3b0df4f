import { expect, test } from 'vitest';
import type { Letter } from '../letter/letter.ts';
import { exampleLetter, makeSearchExamples } from './search-examples.ts';

/** 虚构 */
function letterAbout(id: string, topic: string, more: Partial<Letter['data']> = {}): Letter {
  return {
    id,
    data: {
      title: `关于第${id.slice(5)}号提案的答复（虚构）`,
      issuer: '青岚市住房和城乡建设局',
      issuedOn: `${id.slice(0, 4)}-05-01`,
      proposal: { term: 12, kind: '提案', title: topic },
      ...more,
    },
  };
}

const letters = [
  letterAbout('2024/9', '关于既有住宅加装电梯的提案', { documentNumber: '青住建函〔2024〕9号' }),
  letterAbout('2021/3', '关于农村校车安全的提案', { outcome: 'B' }),
];

function queries(some: readonly Letter[], body = '加装电梯。'): string[] {
  return makeSearchExamples({ letters: some, body, hasPromises: true }).map(({ query }) => query);
}

test('the examples have words, numbers and values of the archive', () => {
  expect(queries(letters)).toEqual([
    '既有 住宅',
    '"既有住宅"',
    '既有 -农村',
    '既有 OR 农村',
    '青住建函〔2024〕9号',
    '机关:住房和城乡建设局',
    '结果:B',
    '承诺:有',
    '年:2021..2024',
    '届:12',
  ]);
});

test('what an example excludes is nowhere in its letter, even with characters in between', () => {
  expect(queries(letters, '农 **村**的校车')).toContain('既有 -安全');
});

test('an archive of one letter has examples too', () => {
  const [only] = letters;
  const own = queries(only ? [only] : []);
  expect(own).toContain('既有 -航天');
  expect(own).toContain('既有 OR 住宅');
  expect(own).toContain('类别:提案');
});

test('without letters there are no examples', () => {
  expect(makeSearchExamples({ letters: [], body: '', hasPromises: false })).toEqual([]);
  const none: Letter[] = [];
  expect(exampleLetter(none)).toBe(undefined);
});
