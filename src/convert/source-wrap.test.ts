import { expect, test } from 'vitest';
import { convert, type Conversion } from './convert.ts';
import { applyEdits, revertEdits } from '../record/edit-log.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';

async function read(...paragraphs: string[]): Promise<Conversion['record']> {
  const page = `<html><body><div class="TRS_Editor">${paragraphs.map((one) => `<p>${one}</p>`).join('')}</div></body></html>`;
  const { record } = await convert(Buffer.from(page), 'page.html');
  expect(fidelityBreaks(record, record)).toEqual([]);
  expect(revertEdits(applyEdits(record.decoded, record.edits), record.edits)).toBe(record.decoded);
  return record;
}

const rest = ['今年新开公交线路三条，线路覆盖全部乡镇。（虚构）', '云溪市交通局', '2023年5月18日'];
const opening = (title: string) => `您提出的《${title}》收悉，现答复如下：`;

test('a line break of the source inside a cited title leaves no space and is recorded', async () => {
  const { frontmatter, body, edits } = await read(
    '王兰英委员：',
    opening('关于优化城区公交线路的\n      提案'),
    ...rest,
  );
  expect(frontmatter.proposal?.title).toBe('关于优化城区公交线路的提案');
  expect(body).toContain('《关于优化城区公交线路的提案》');
  expect(edits.map(({ rule }) => rule)).toEqual(['source-wrap']);
});

test('a space that belongs to the title remains', async () => {
  const { frontmatter, edits } = await read(
    '王兰英委员：',
    opening('关于推进城乡公交一体化建设 方便群众出行的提案'),
    ...rest,
  );
  expect(frontmatter.proposal?.title).toBe('关于推进城乡公交一体化建设 方便群众出行的提案');
  expect(edits).toEqual([]);
});

test('names on separate lines of the source remain separate', async () => {
  const { frontmatter, body } = await read(
    '王兰英\n何知远\n林若水委员：',
    opening('关于优化公交线路的提案'),
    '参加调研的有：\n赵一\n钱二\n孙三',
    ...rest,
  );
  expect(frontmatter.recipients).toEqual(['王兰英', '何知远', '林若水']);
  expect(body).toContain('赵一 钱二 孙三');
});

test('Latin words keep the space between them', async () => {
  const { body } = await read('王兰英委员：', opening('关于公交的提案'), '采用 Open\nSource 软件。', ...rest);
  expect(body).toContain('Open Source');
});
