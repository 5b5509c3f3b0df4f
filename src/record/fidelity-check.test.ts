import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../convert/convert.ts';
import { inDepth } from '../setup/depth.ts';
import { applyEdits, revertEdits } from './edit-log.ts';
import { fidelityBreaks } from './fidelity-check.ts';
import type { Dropped, Edit } from './record.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../convert/fixtures', name, 'input.txt'), 'utf8');
const clean = fixture('clean-letter');
const labelled = fixture('labelled-header');

/** Kinds of noise in real captures, each at a place that the number picks. */
const noises: ((text: string, pick: number) => string)[] = [
  (text, pick) => insert(text, pick, ' '),
  (text, pick) => insert(text, pick, '\u3000\u3000'),
  (text, pick) => insert(text, pick, '\u200b'),
  (text, pick) => insert(text, pick, '\n'),
  (text, pick) => insert(text, pick, '\t'),
  (text, pick) => text.slice(0, place(text, pick)) + text.slice(place(text, pick) + 1),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('，', ',').replaceAll('：', ':').replaceAll('（', '(').replaceAll('）', ')'),
  (text) => text.replace(/[“”]/gu, '"'),
  (text) => `当前位置：首页 > 建议提案\n${text}`,
  (text) => `${text}\n上一篇：关于对市政协九届三次会议第37号提案的答复\n版权所有：某某市人民政府\n`,
  (text) => text.replaceAll('关于', '關(guān)于').replaceAll('答复', '答復(fù)'),
  (text) => text.replace(/[〔〕]/gu, (bracket) => (bracket === '〔' ? '【' : '】')),
  (text, pick) => insert(text, pick, '13800138000'),
  (text, pick) => insert(text, pick, '# *粗体* [x](y) <b>&amp; | 1. ~~删~~ `码`'),
  (text, pick) => insert(text, pick, '长'),
  (text) => text.replace(/\n+/gu, ' '),
  (text) => text.replace(/\n+/gu, ''),
  (text, pick) => insert(text, pick, '\n| 片区 | 数量 |\n|---|---|\n| 东 | 12 |\n'),
  (text) => Array.from(text).join(' '),
  (text) => text.replace('门', '⻔').replace('月', '⽉'),
];

describe('nothing is altered silently', () => {
  test('a description of an image adds no text unnoticed', async () => {
    const { record } = await convert(Buffer.from(clean), 'letter.txt');
    const withImage = (markdown: string) =>
      fidelityBreaks(record, { ...record, body: `${record.body}\n\n${markdown}\n` });
    expect(withImage('![原件插图1](a.png)')).toEqual([]);
    expect(withImage('![原件插图1另](a.png)')).toEqual([{ rule: 'foreign-text', text: '原件插图1另' }]);
    for (const image of [
      '![另一句话](a.png)',
      '![原件插图1](a.png "另一句话")',
      '<img src="a.png" alt="另一句话">',
    ])
      expect(withImage(image)).toEqual([{ rule: 'foreign-text', text: '另一句话' }]);
  });

  test('letters with any mixture of noise are converted without silent changes', () => {
    const noise = fc.tuple(fc.nat(noises.length - 1), fc.nat(5000));
    return fc.assert(
      fc.asyncProperty(
        fc.constantFrom(clean, labelled),
        fc.array(noise, { maxLength: 6 }),
        async (text, plan) => {
          const noisy = plan.reduce((now, [kind, pick]) => noises[kind]?.(now, pick) ?? now, text);
          const { record } = await convert(Buffer.from(noisy), 'noisy.txt');
          expect(fidelityBreaks(record, record)).toEqual([]);
          expect(revertEdits(applyEdits(record.decoded, record.edits), record.edits)).toBe(noisy);
        },
      ),
      { numRuns: inDepth(60, 300) },
    );
  });

  test.each(['clean-letter', 'clean-tricky'])('the clean text of %s is not corrected', async (name) => {
    const { record, suggestions } = await convert(Buffer.from(fixture(name)), 'clean.txt');
    expect(record.edits).toEqual([]);
    expect(suggestions).toEqual([]);
  });

  test.each([
    ['a lost word', (body: string) => body.replace('客流', '')],
    ['an added last paragraph', (body: string) => `${body}\n另有一段。\n`],
    ['an added word', (body: string) => body.replace('客流', '全部客流')],
    ['paragraphs in another order', (body: string) => body.split('\n\n').toReversed().join('\n\n')],
    ['a changed numeral', (body: string) => body.replace('1200', '1300')],
  ])('%s is found in the published body', async (_, change) => {
    const { record } = await convert(Buffer.from(clean), 'clean.txt');
    const body = change(record.body);
    expect(body).not.toBe(record.body);
    expect(fidelityBreaks(record, { ...record, body })).not.toEqual([]);
  });

  test('a date broken over two lines of the signature is found there', () => {
    const record = { decoded: '如下。\n2024年\n6月11日\n', edits: [], dropped: [] };
    const letter = { frontmatter: { issuedOn: '2024-06-11' }, body: '如下。\n\n2024年\n\n6月11日\n' };
    expect(fidelityBreaks(record, letter)).toEqual([]);
    expect(fidelityBreaks(record, { ...letter, frontmatter: { issuedOn: '2024-06-12' } })).not.toEqual([]);
  });

  test.each([
    ['overlapping edits', { edits: [at(3, '二'), at(3, '二')] }],
    ['edits out of order', { edits: [at(5, '四'), at(3, '二')] }],
    ['an edit of another text', { edits: [at(3, '四')] }],
    ['overlapping omissions', { dropped: [cut(0, 3), cut(2, 2)] }],
    ['an omission of edited text', { edits: [at(3, '二')], dropped: [cut(2, 2)] }],
    ['an omission past the end', { dropped: [cut(4, 3)] }],
  ])('%s are no record', (_, change) => {
    const record = { decoded: '虚构\n二三四', edits: [], dropped: [] };
    expect(fidelityBreaks({ ...record, ...change }, { frontmatter: {}, body: '' })).toContainEqual(
      expect.objectContaining({ rule: 'edit-order' }),
    );
  });

  test.each([
    ['title', '云溪市交通运输局关于市政协九届三次会议第37号提案的答复'],
    ['indexNumber', '000000000/2021-00001'],
    ['issuedOn', '2021-06-19'],
    ['publishedOn', '2021-06-18'],
    ['recipients', ['陈望之']],
    ['signatories', ['云溪市公安厅']],
    ['proposal', { assembly: '人大' }],
    ['proposal', { term: 10 }],
  ])('a %s that is not in the original is found', async (field, value) => {
    const { record } = await convert(Buffer.from(clean), 'clean.txt');
    const frontmatter = { ...record.frontmatter, [field]: value };
    expect(fidelityBreaks(record, { ...record, frontmatter })).not.toEqual([]);
  });
});

function at(offset: number, before: string): Edit {
  return { rule: 'invented', tier: 1, at: offset, before, after: '另' };
}

function cut(offset: number, length: number): Dropped {
  return { at: offset, length, why: 'invented' };
}

function place(text: string, pick: number): number {
  return pick % (text.length + 1);
}

function insert(text: string, pick: number, noise: string): string {
  return text.slice(0, place(text, pick)) + noise + text.slice(place(text, pick));
}
