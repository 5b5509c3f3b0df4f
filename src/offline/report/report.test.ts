import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReportSection } from '../../archive/four-properties/four-properties.ts';
import { sha256 } from '../../storage/file-hash.ts';
import { inventedFiles, inventedInfo, writeEdition } from '../edition.fixture.ts';
import { verifyCopy } from '../verification/verify-copy.ts';
import { writeArchive } from '../writing/write-archive.ts';
import { writeReport } from './write-report.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 报告 '));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const showName = (name: string) => name;

/** An edition of two letters with records; changed as a test wants. */
function edition(
  change: (files: Map<string, string | Uint8Array>, records: Record<string, unknown>[]) => void,
) {
  const files = inventedFiles();
  const records = ['a-1', 'a-2'].map((id) => {
    const text = `# 虚构的答复 ${id}\n`;
    files.set(`replies/2019/${id}.md`, text).set(`originals/2019/${id}/答复 100%.txt`, `收到的 ${id}`);
    files.set(`originals/2019/${id}/edits.json`, '{}');
    return {
      id: `2019/${id}`,
      frontmatter: {
        ...{ title: '虚构', issuer: '虚构局', documentNumber: '虚函〔2019〕1号', issuedOn: '2019-01-02' },
        source: { file: `2019/${id}/答复 100%.txt` },
      },
      sha256: { markdown: sha256(text), original: sha256(`收到的 ${id}`) },
      links: {
        ...{ html: `../replies/2019/${id}.html`, markdown: `../replies/2019/${id}.md` },
        original: `../originals/2019/${id}/${encodeURIComponent('答复 100%.txt')}`,
        edits: `../originals/2019/${id}/edits.json`,
      },
    };
  });
  change(files, records);
  files.set(
    'data/replies.jsonl.gz',
    gzipSync(records.map((record) => `${JSON.stringify(record)}\n`).join('')),
  );
  return writeEdition(join(folder, 'dist'), files, { ...inventedInfo, letters: 2 });
}

async function report(path: string) {
  const out = join(folder, 'report');
  const verification = await verifyCopy({ path, showName });
  const written = await writeReport({ path, verification, out, day: '2026-03-06', showName });
  const data = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as {
    conclusion: string;
    sections: ReportSection[];
    letters: unknown[];
  };
  const failed = data.sections
    .flatMap(({ items }) => items)
    .filter(({ verdict }) => verdict === '不合格')
    .map(({ name, details }) => [name, ...details]);
  return { ...written, ...data, failed, page: readFileSync(join(out, 'report.html'), 'utf8') };
}

test('a sound zip has the four properties, in the order of the standard', async () => {
  const { zip } = await writeArchive({ edition: edition(() => undefined), out: join(folder, 'out') });
  const { isSound, failed, conclusion, sections, letters } = await report(zip);
  expect({ isSound, failed, conclusion }).toEqual({
    isSound: true,
    failed: [],
    conclusion: '结论：已检项目全部合格。',
  });
  expect(sections.map(({ property }) => property)).toEqual(['真实性', '完整性', '可用性', '安全性']);
  expect(letters).toHaveLength(2);
});

test('what each letter lacks or contradicts is named', async () => {
  const path = edition((files, [first, second]) => {
    files
      .set('replies/2019/a-1.md', '改过的转录')
      .set('virus.exe', 'MZ')
      .delete('originals/2019/a-2/edits.json');
    Object.assign(first?.frontmatter ?? {}, { publishedOn: '2018-01-01' });
    Object.assign(second?.sha256 ?? {}, { original: '0'.repeat(64) });
  });
  writeFileSync(join(path, 'index.html'), '<script>alert(1)</script>');
  const { isSound, failed } = await report(path);
  expect(isSound).toBe(false);
  expect(failed).toEqual([
    ['元数据准确性', '2019/a-1'],
    ['内容真实性', 'index.html'],
    ['元数据与内容关联真实性', '2019/a-1', '2019/a-2'],
    ['元数据与内容关联完整性', '2019/a-2：originals/2019/a-2/edits.json'],
    ['可执行的内容', 'virus.exe'],
  ]);
});

test('letters that are missing from the records, or records that cannot be read, are failures', async () => {
  const fewer = await report(edition((_, records) => records.pop()));
  expect(fewer.failed).toEqual([['数据总量']]);
  rmSync(join(folder, 'dist'), { recursive: true });
  const path = edition(() => undefined);
  writeFileSync(join(path, 'data/replies.jsonl.gz'), 'no gzip');
  expect((await report(path)).failed.map(([name]) => name)).toEqual([
    ...['内容真实性', '元数据与内容关联真实性', '数据总量', '元数据可用性'],
  ]);
});

test('the page is valid HTML that shows names as text', async () => {
  const path = edition((files) => files.set('a<img src=x>.exe', ''));
  const { page } = await report(path);
  expect(page).toContain('a&#60;img src=x&#62;.exe');
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'void-style': 'off', 'long-title': 'off' },
  });
  const { results } = await validator.validateString(page);
  expect(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`)),
  ).toEqual([]);
});
