import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EditionFolder, noFormerFiles } from './edition/edition-folder.ts';
import { noFacts } from './letters/letter-facts.fixture.ts';
import { copyOriginals } from './originals.ts';

const decoded = '何知远委员：\n联系人：王五 13800138000\n';
const contact = decoded.indexOf('联系人');

let folder = '';
let original = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'));
  original = join(folder, 'content/originals/2020/a');
  await mkdir(original, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes files (虚构) beside an original and, given attachments, a record that names them. */
async function write(
  files: Record<string, string>,
  attachments?: string[],
  why = 'label',
  doubts: object[] = [],
): Promise<void> {
  for (const [name, text] of Object.entries(files))
    await writeFile(join(original, name), Buffer.from(text, 'latin1'));
  if (attachments === undefined) return;
  const log = {
    decoded,
    edits: [],
    dropped: [{ at: contact, length: decoded.length - 1 - contact, why }],
    attachments: attachments.map((name) => ({ name, sha256: '', bytes: 1 })),
    ...(doubts.length > 0 && { doubts }),
    messages: [{ text: '请核对王五' }],
  };
  await writeFile(join(original, 'edits.json'), JSON.stringify(log));
}

/** Publishes the received file and lists the names of the published files. */
async function publish(received: string, out = 'out'): Promise<string[]> {
  const edition = new EditionFolder(join(folder, out), noFormerFiles);
  const data = { title: '虚构答复', issuer: '虚构局', source: { file: `2020/a/${received}` } };
  await copyOriginals(edition, {
    content: join(folder, 'content'),
    letters: [
      {
        ...{ id: '2020/a', data, digest: '', commitments: [], commitmentsDigest: '', statementsDigest: '' },
        facts: { ...noFacts, frontmatter: data },
      },
    ],
  });
  return (await readdir(join(folder, out, 'originals/2020/a'))).sort();
}

test('only the received file, the recorded attachments and the record are published', async () => {
  await write(
    { 'a.txt': decoded, 'annex.pdf': '%PDF-1.7', 'a.txt.partial-1': '', '草稿.docx': 'PK\x03\x04' },
    ['annex.pdf'],
  );
  await mkdir(join(original, 'private'));
  await writeFile(join(original, 'private/a.txt'), '');
  expect(await publish('a.txt')).toEqual(['a.txt', 'annex.pdf', 'edits.json']);
});

test('pictures of doubts are published with the original, and with no letter that has private text', async () => {
  const doubt = { name: 'doubts/1-1.png', sha256: '', bytes: 1, at: 0, length: 1, page: 1 };
  await mkdir(join(original, 'doubts'));
  await write({ 'a.txt': decoded, 'doubts/1-1.png': '\x89PNG\r\n\x1a\n' }, [], 'label', [doubt]);
  expect(await publish('a.txt')).toEqual(['a.txt', 'doubts', 'edits.json']);
  await write({}, [], 'private', [doubt]);
  expect(await publish('a.txt', 'withheld')).toEqual(['edits.json']);
  expect(await readFile(join(folder, 'withheld/originals/2020/a/edits.json'), 'utf8')).not.toContain(
    'doubts',
  );
});

test('without a record only the received file is published', async () => {
  await write({ 'a.txt': decoded, 'annex.pdf': '%PDF-1.7' });
  expect(await publish('a.txt')).toEqual(['a.txt']);
});

test('a file of no allowed format is published as text, byte for byte', async () => {
  const page = '<!doctype html><title>虚构</title><script>alert(1)</script>';
  const names = ['seal.svg', 'a.xyz', 'a.hta', 'a.php', 'a', 'a.rss', 'a.pdf'];
  await write(Object.fromEntries(['a.HTML', ...names].map((name) => [name, page])), names);
  expect(await publish('a.HTML')).toEqual(
    ['a.HTML', ...names]
      .map((name) => `${name}.txt`)
      .concat('edits.json')
      .sort(),
  );
  const [from, to] = [join(original, 'a.hta'), join(folder, 'out/originals/2020/a/a.hta.txt')];
  expect(await readFile(to)).toEqual(await readFile(from));
});

test('a record that names files elsewhere, and a link in place of a file, end the build', async () => {
  await writeFile(join(folder, 'content/secret.txt'), '');
  await write({ 'a.txt': decoded }, ['../../../secret.txt']);
  await expect(publish('a.txt')).rejects.toThrow('附件名应是单纯的文件名');
  await symlink(join(folder, 'content/secret.txt'), join(original, 'link.txt'));
  await write({}, ['link.txt']);
  await expect(publish('a.txt')).rejects.toThrow('不是普通文件');
});

test('for a letter with private text only the redacted record is published', async () => {
  await write({ 'a.txt': decoded, 'annex.pdf': '%PDF-1.7' }, ['annex.pdf'], 'private');
  expect(await publish('a.txt')).toEqual(['edits.json']);
  const log = await readFile(join(folder, 'out/originals/2020/a/edits.json'), 'utf8');
  expect(log).not.toMatch(/王五|138/);
  expect(JSON.parse(log)).toMatchObject({ withheld: true, dropped: [{ why: 'private' }] });
});

test('an unreadable record does not count as free of private text', async () => {
  await write({ 'a.txt': decoded });
  await mkdir(join(original, 'edits.json'));
  await expect(publish('a.txt')).rejects.toThrow('EISDIR');
});
