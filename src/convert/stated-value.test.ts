import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import type { SettableField } from '../reply/settable-fields.ts';
import { settableFields } from '../reply/settable-fields.ts';
import { convert } from './convert.ts';
import { editorValuesIn, lackingValues, ValueRefusal, withEditorValues } from './editor-values.ts';
import { fieldOf, readStatedValue, writeStatedValue } from './stated-value.ts';

/** A value of each field as an editor may type it, and as the contract has it. */
const typed: Record<SettableField, [text: string, value: unknown]> = {
  title: ['关于疏浚青石河的提案的答复', '关于疏浚青石河的提案的答复'],
  issuer: ['青禾县水务局', '青禾县水务局'],
  indexNumber: ['QH-2020-0007', 'QH-2020-0007'],
  documentNumber: ['青水函[2020]7号', '青水函〔2020〕7号'],
  issuedOn: ['二〇二〇年九月二十七日', '2020-09-27'],
  publishedOn: ['2020/10/1', '2020-10-01'],
  categories: ['水利、农业', ['水利', '农业']],
  'proposal.assembly': ['政协', '政协'],
  'proposal.scope': ['县', '县'],
  'proposal.term': ['第九届', 9],
  'proposal.session': ['4', 4],
  'proposal.number': ['第012号', '012'],
  'proposal.kind': ['提案', '提案'],
  'proposal.title': ['关于疏浚青石河的提案', '关于疏浚青石河的提案'],
  recipients: ['尊敬的何知远委员、方若水', ['何知远', '方若水']],
  role: ['主办', '主办'],
  outcome: ['A', 'A'],
  place: ['青禾县', '青禾县'],
  disclosure: ['主动公开', '主动公开'],
  signatories: ['青禾县水务局；青禾县财政局', ['青禾县水务局', '青禾县财政局']],
  'source.url': ['https://example.org/答复.html', 'https://example.org/答复.html'],
  'source.retrievedOn': ['2024年1月2日', '2024-01-02'],
  publishFrom: ['2024.1.3', '2024-01-03'],
};

const accepted = { by: '虚构编辑', on: '2024-05-06' };
const bare = Buffer.from('您提出的意见收悉，现答复如下：\n已列入计划。（虚构）\n');

test.each(Object.entries(typed))(
  '%s is read as the contract has it, and again as it is logged',
  (name, one) => {
    const [text, value] = one;
    const field = name as SettableField;
    expect(readStatedValue(field, text)).toEqual({ value });
    expect(readStatedValue(field, writeStatedValue(value))).toEqual({ value });
  },
);

test('every field that may be stated is in the letter, is logged and needs no other explanation', async () => {
  const plain = await convert(bare, 'bare.txt');
  const open = settableFields.filter((field) => fieldOf(plain.record.frontmatter, field) === undefined);
  expect(open.length).toBeGreaterThan(20);
  const values = Object.fromEntries(open.map((field) => [field, typed[field][0]]));
  const { record } = withEditorValues(plain, values, () => accepted);
  for (const field of open) expect(fieldOf(record.frontmatter, field)).toEqual(typed[field][1]);
  expect(fidelityBreaks(record, record)).toEqual([]);
  const logged = editorValuesIn(record.edits);
  expect(Object.keys(logged.values).sort()).toEqual([...open].sort());
  expect([...logged.accepted.values()]).toEqual(open.map(() => accepted));
  // As logged they are stated again to the same effect.
  expect(withEditorValues(plain, logged.values, () => accepted).record).toEqual(record);
  const changed = { ...record.frontmatter, recipients: ['何知远'], title: '另一个标题' };
  expect(fidelityBreaks(record, { ...record, frontmatter: changed })).toEqual([
    { rule: 'lost-text', at: 0, text: '关于疏浚青石河的提案的答复' },
    { rule: 'lost-text', at: 0, text: '方若水' },
    { rule: 'foreign-text', text: '另一个标题' },
  ]);
});

test('what the file says is not stated again, nor overruled, and what several share only fills in', async () => {
  const bytes = await readFile(join(import.meta.dirname, 'fixtures/clean-letter/input.txt'));
  const plain = await convert(bytes, 'letter.txt');
  const same = withEditorValues(plain, { issuer: '云溪市交通运输局' }, () => accepted);
  expect(same.record).toEqual(plain.record);
  const other = () => withEditorValues(plain, { issuer: '青禾县水务局' }, () => accepted);
  expect(other).toThrow(ValueRefusal);
  expect(other).toThrow('issuer 已从原件识别为“云溪市交通运输局”');
  const shared = { issuer: '青禾县水务局', place: '青禾县' };
  expect(lackingValues(plain.record.frontmatter, shared)).toEqual({ place: '青禾县' });
});
