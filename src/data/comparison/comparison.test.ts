import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { letterBlocks } from '../../markdown/blocks.ts';
import { frontmatterSchema } from '../../reply/frontmatter.ts';
import { compareLetter, type ComparedRow } from './comparison.ts';
import type { Segment } from './compared-segments.ts';
import { editsFileSchema } from '../../record/edits-file.ts';

/** `[3:，]` for what edit 3 wrote or deleted, `~text~` for what was dropped. */
const written = (segments: readonly Segment[]) =>
  segments
    .map(({ text, edit, dropped }) => {
      if (dropped !== undefined) return `~${text}~`;
      return edit === undefined ? text : `[${edit}:${text}]`;
    })
    .join('')
    .trim();
const row = ({ original, published }: ComparedRow) => [
  written(original),
  ...published.map(({ anchor, label, segments }) => `${anchor ?? label ?? ''} ${written(segments)}`),
];
const edit = (decoded: string, around: string, before: string, after: string) => ({
  rule: 'invented',
  tier: 1 as const,
  at: decoded.indexOf(around) + around.indexOf(before),
  before,
  after,
});
const drop = (decoded: string, text: string, why: string) => ({
  at: decoded.indexOf(text),
  length: text.length,
  why,
});
const frontmatter = { title: '关于修渠的答复', issuer: '虚构局', issuedOn: '2020-05-06' };

test('what OCR was not sure of is beside its line, and nowhere where pictures could show private text', () => {
  const decoded = '何知远委员：\n来信收悉，现答复如下。\n';
  const at = decoded.indexOf('收悉');
  const doubt = { name: 'doubts/2-1.png', sha256: '', bytes: 1, at, length: 2, page: 2, rival: '收番' };
  const record = { decoded, edits: [], dropped: [], doubts: [doubt] };
  const letter = { frontmatter, body: '何知远委员：\n\n来信收悉，现答复如下。\n' };
  expect(compareLetter(record, letter).map(({ doubts }) => doubts)).toEqual([
    undefined,
    [{ name: 'doubts/2-1.png', page: 2, text: '收悉', rival: '收番' }],
  ]);
  const withheld = { ...record, dropped: [drop(decoded, '何知远', 'private')] };
  expect(compareLetter(withheld, letter).flatMap(({ doubts = [] }) => doubts)).toEqual([]);
});

test('each line is beside the block that it became, with edits and omissions marked on both sides', () => {
  const decoded =
    '首页>公开\n标题:关于修渠的答复\n何知远 委员:\n\n来信收悉,现答复\n如下。\n第1页\n虚构局\n2020年5月6日\n';
  const record = {
    decoded,
    edits: [
      edit(decoded, '远 委', ' ', ''),
      edit(decoded, '员:\n', ':', '：'),
      edit(decoded, '悉,现', ',', '，'),
      edit(decoded, '复\n如', '\n', ''),
    ],
    dropped: [
      drop(decoded, '首页>公开', 'site-chrome'),
      drop(decoded, '标题:', 'label'),
      drop(decoded, '第1页', 'page-number'),
    ],
  };
  const body = '何知远委员：\n\n来信收悉，现答复如下。\n\n虚构局\n\n2020年5月6日\n';
  const rows = compareLetter(record, { frontmatter, body });
  expect(rows.map(row)).toEqual([
    ['~首页>公开~'],
    ['~标题:~关于修渠的答复', '标题 关于修渠的答复'],
    ['何知远[1:␣]委员[2::]', 'p1 何知远[1:]委员[2:：]'],
    ['来信收悉[3:,]现答复[4:↵]如下。', 'p2 来信收悉[3:，]现答复[4:]如下。'],
    ['~第1页~'],
    ['虚构局', 'p3 虚构局'],
    ['2020年5月6日', 'p4 2020年5月6日'],
  ]);
  expect(rows[0]?.original[0]?.dropped).toMatch(/导航/);
  expect(rows.filter(({ altered }) => altered)).toEqual([]);
});

test('the cells of a table are beside their line, as one row', () => {
  const decoded = '年度\t长度\n2019\t12.5\n';
  const body = '| 年度 | 长度 |\n| --- | --- |\n| 2019 | 12.5 |\n';
  expect(compareLetter({ decoded, edits: [], dropped: [] }, { frontmatter, body }).map(row)).toEqual([
    ['年度\t长度', 't1-1 年度　长度'],
    ['2019\t12.5', 't1-2 2019　12.5'],
  ]);
});

test('a later change by an editor is marked as such, beside the original', () => {
  const decoded = '何知远委员：\n培训52人，收效良好。\n感谢支持。\n';
  const body = '何知远委员：\n\n培训25人，收效良好。\n\n感谢支持。\n\n另行补充一段。\n';
  const rows = compareLetter({ decoded, edits: [], dropped: [] }, { frontmatter, body });
  expect(rows.map((one) => [one.altered ?? false, ...row(one)])).toEqual([
    [false, '何知远委员：', 'p1 何知远委员：'],
    [true, '培训52人，收效良好。', 'p2 培训25人，收效良好。'],
    [false, '感谢支持。', 'p3 感谢支持。'],
    [true, '', 'p4 另行补充一段。'],
  ]);
});

test('private text is redacted', () => {
  const decoded = '感谢支持。\n联系人：王五 13800138000\n';
  const dropped = [drop(decoded, '联系人：王五 13800138000', 'private')];
  const rows = compareLetter({ decoded, edits: [], dropped }, { frontmatter, body: '感谢支持。\n' });
  expect(JSON.stringify(rows)).not.toMatch(/王五|138/);
  expect(rows[1]?.original[0]).toMatchObject({ text: '＊'.repeat(18), dropped: '联系方式' });
});

test('the comparison of the first letter shows every character of both sides, and every edit on both', () => {
  const id = '2019/cppcc-12-2-283';
  const record = editsFileSchema.parse(
    JSON.parse(readFileSync(`content/originals/${id}/edits.json`, 'utf8')),
  );
  const [, yaml = '', body = ''] = readFileSync(`content/replies/${id}.md`, 'utf8').split(/^---$/m);
  const rows = compareLetter(record, { frontmatter: frontmatterSchema.parse(parse(yaml)), body });
  const undrawn = (text: string) => text.replace(/[\s␣□⇥↵]/g, '');
  const left = rows.flatMap(({ original }) => original);
  expect(left.map(({ text }) => undrawn(text)).join('')).toBe(undrawn(record.decoded));
  const numbers = left.flatMap(({ edit: number }) => number ?? []);
  expect(numbers).toEqual(record.edits.map((_, index) => index + 1));
  const parts = rows.flatMap(({ published }) => published);
  const blocks = parts.filter(({ anchor }) => anchor !== undefined);
  expect(blocks.map(({ segments }) => segments.map(({ text }) => text).join(''))).toEqual(
    letterBlocks(body).map(({ text }) => text),
  );
  expect(parts.flatMap(({ label }) => label ?? [])).toEqual(
    expect.arrayContaining(['标题', '索引号', '发文字号', '发文机关', '分类', '成文日期', '发布日期']),
  );
  expect(rows.some(({ altered }) => altered)).toBe(false);
  const linked = (segments: readonly Segment[]) =>
    segments.flatMap((segment) => (segment.linked ? (segment.edit ?? []) : [])).sort((a, b) => a - b);
  const right = linked(parts.flatMap(({ segments }) => segments));
  expect(right).toEqual(linked(left));
  expect(right.length).toBeGreaterThan(record.edits.length - 5);
  expect(new Set(right).size).toBe(right.length);
});
