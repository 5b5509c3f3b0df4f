import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkContent } from '../../check/check.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { bareLetter, useBatch, wholeLetter } from './batch-test.fixture.ts';

const t = useBatch();

async function findings(): Promise<string[]> {
  const { findings } = await checkContent(t.content());
  return findings.map(({ path, line, rule, level, text }) =>
    [path.replace(/^.*\/content\//u, ''), line, level, rule, text].join(' '),
  );
}

const names = () => [...filesBelow(t.content()).keys()].sort();
const letterAt = (path: string) => readFileSync(join(t.content(), path), 'utf8');
const draftIn = (folder: string) => names().find((name) => name.startsWith(`replies/${folder}/`)) ?? '';

test('all that a letter lacks is said at once, with where it was searched for and how to state it', async () => {
  const { code, err } = await t.convert([t.put('bare.txt', bareLetter)]);
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err).toContain('incomplete  没有识别出必需的 3 项：标题（第 1 行的正文之前没有标题行）；');
  expect(err).toContain('发文机关（第 1 行的正文之前、标题里和第 3 行的落款都没有机关名称）；');
  expect(err).toContain('--set title=关于……的答复 --set issuer=某某市教育局 --set issuedOn=2019-06-10。');
  expect(err).toContain('--values 给出（列名 file、title、issuer、issuedOn）');
  expect(names()).toEqual(['site.yml']);
  const stated = { title: '关于……的答复', issuer: '某某市教育局', issuedOn: '2019-06-10' };
  // What the message advises is accepted.
  expect((await t.convert([join(t.state.folder, 'bare.txt')], { set: stated })).code).toBe(0);
});

test('what is found in the place of a field is named', async () => {
  const text = `索 引 号：QH-1\n成文日期：二月里\n关于疏浚青石河的提案的答复\n${bareLetter}`;
  const { err } = await t.convert([t.put('unfit.txt', text)]);
  expect(err).toContain('成文日期（见第 2 行：“成文日期”后的“二月里”不合该项格式，未采用）');
});

test('a draft is written with the list of what it lacks, does not stop the site, and is filled in by a table', async () => {
  const file = t.put('bare.txt', bareLetter);
  const { code, out } = await t.convert([file], { draft: true });
  expect(code).toBe(0);
  expect(out).toContain('写成草稿，还缺 3 项');
  const path = draftIn('0000');
  expect(path).toMatch(/^replies\/0000\/reply-[0-9a-f]{8}\.md$/);
  expect(letterAt(path)).toMatch(
    /^---\n# 草稿：原件没有写明 title（标题）、issuer（发文机关）、issuedOn（成文日期）。/u,
  );
  expect((await findings()).filter((one) => one.includes(' error '))).toEqual([]);
  expect(await findings()).toContainEqual(
    expect.stringContaining(
      'warning draft 草稿还缺 title（标题）、issuer（发文机关）、issuedOn（成文日期）。',
    ),
  );
  // The same again changes nothing; what it lacks moves it to its year.
  expect((await t.convert([file], { draft: true })).out).toContain('没有变化');
  const values = t.put(
    '表.csv',
    'file,title,issuer,issuedOn\nbare.txt,关于河的答复,青禾县水务局,2020-09-28\n',
  );
  expect((await t.convert([file], { values })).code).toBe(0);
  expect(draftIn('0000')).toBe('');
  expect(names().filter((name) => name.startsWith('originals/0000'))).toEqual([]);
  const written = draftIn('2020');
  expect(letterAt(written)).toContain('title: 关于河的答复\nissuer: 青禾县水务局\nissuedOn: 2020-09-28\n');
  expect(letterAt(written)).not.toContain('draft');
  expect(await findings()).toEqual([]);
  // Found again without the table.
  expect((await t.convert([file])).out).toContain('没有变化');
});

test('publishing a draft by hand names all that is missing, and accepts what is filled in', async () => {
  const file = t.put('untitled.txt', `${bareLetter}青禾县水务局\n2020年9月27日\n`);
  await t.convert([file], { draft: true });
  const path = draftIn('2020');
  const draft = letterAt(path);
  const published = draft.replace('draft: true\n', '').replace(/^issuer: .*\n/m, '');
  writeFileSync(join(t.content(), path), published);
  const said = (await findings()).filter((one) => one.startsWith(path));
  expect(said).toEqual([
    expect.stringContaining('error schema 缺少必填字段 title（标题）'),
    expect.stringContaining('error schema 缺少必填字段 issuer（发文机关）'),
  ]);
  writeFileSync(
    join(t.content(), path),
    draft.replace('draft: true\n', '').replace('issuer:', 'title: 关于河的答复\nissuer:'),
  );
  expect((await findings()).filter((one) => one.startsWith(path))).toEqual([]);
  // An editor's work is not overwritten, and a published letter does not become a draft again.
  for (const draft of [true, false]) expect((await t.convert([file], { draft })).err).toContain('没有覆盖');
});

test('an undated letter cannot be published where it is', async () => {
  await t.convert([t.put('bare.txt', bareLetter)], { draft: true });
  const path = draftIn('0000');
  const draft = letterAt(path);
  writeFileSync(
    join(t.content(), path),
    draft.replace('draft: true\n', '').replace('---\n', '---\ntitle: 关于河的答复\nissuer: 青禾县水务局\n'),
  );
  expect(await findings()).toContainEqual(
    expect.stringContaining('error draft 0000 文件夹里只能有草稿。请补上成文日期'),
  );
});

test('a draft that somebody worked on is not replaced', async () => {
  const file = t.put('bare.txt', bareLetter);
  await t.convert([file], { draft: true });
  const path = draftIn('0000');
  writeFileSync(join(t.content(), path), letterAt(path).replace('已列入计划', '已列入明年计划'));
  const set = { title: '关于河的答复', issuer: '青禾县水务局', issuedOn: '2020-09-28' };
  const { code, err } = await t.convert([file], { set });
  expect(code).toBe(1);
  expect(err).toContain('exists');
  expect(letterAt(path)).toContain('明年');
});

test('letters that lack nothing become drafts, too, but no published letter does', async () => {
  const whole = t.put('whole.txt', wholeLetter);
  await t.convert([whole], { draft: true });
  expect(letterAt('replies/2021/cppcc-9-3-36.md')).toContain('draft: true');
  expect((await t.convert([whole])).code).toBe(0);
  expect(letterAt('replies/2021/cppcc-9-3-36.md')).not.toContain('draft');
  expect((await t.convert([whole], { draft: true })).out).toContain('没有变化');
});

test('a text that does not open like a letter is refused, and with --draft kept whole as a draft', async () => {
  const lines = ['关于疏浚青石河的情况（虚构）', '河道已疏浚三公里。', '青禾县水务局', '2020年9月27日'];
  const file = t.put('无称谓.txt', `${lines.join('\n')}\n`);
  const refused = await t.convert([file]);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('no-letter');
  const { code, out } = await t.convert([file], { draft: true });
  expect(code).toBe(0);
  expect(out).toContain('没有认出答复的开头，文件里的文字全部写进了草稿');
  const draft = names().find((name) => name.startsWith('replies/')) ?? '';
  for (const line of lines) expect(letterAt(draft)).toContain(line.replace('2020年9月27日', '9月27日'));
  expect((await findings()).filter((one) => one.includes(' error '))).toEqual([]);
});

test('of several files those without a letter are drafts, too', async () => {
  const files = ['一', '二'].map((name) => t.put(`${name}.txt`, `河道${name}已疏浚（虚构）。\n`));
  const { code } = await t.convert(files, { draft: true });
  expect(code).toBe(0);
  expect(names().filter((name) => name.startsWith('replies/'))).toHaveLength(2);
});
