import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutFrontmatter } from '../content-files/frontmatter-block.ts';
import { ruleCodes, type RuleCode } from '../content-files/rule-codes.ts';
import { checkContent } from './check.ts';
import { checkLetterBytes } from './checked-letter.ts';
import { fixText } from './fixing.ts';
import { goodLetter } from './hurried-letters.fixture.ts';

const pages = join(import.meta.dirname, '../../content/pages/guide/rules');
const name = '2020/npc-14-2-15.md';
const site = 'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n';
const commitment = '下一步，我局将于2021年底前建成虚构湖北岸步道。\n';

/** What needs other files than one letter or its follow-up: their own tests try them. */
const withoutExample: readonly RuleCode[] = [
  ...(['file-name', 'duplicate-id', 'plain-file', 'missing', 'unreadable', 'size', 'encoding'] as const),
  ...([
    'merge-conflict',
    'nesting',
    'failure',
    'changed',
    'site',
    'duplicate-number',
    'links',
    'duplicate-letter',
    'alias',
    'withdrawn',
    'published-address',
  ] as const),
  ...(['fidelity', 'original', 'attachment', 'unrecorded', 'picture', 'follow-up-letter'] as const),
];

let content: string;
beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-rules-'));
  write('site.yml', site);
});
afterAll(() => {
  rmSync(content, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

/** The examples of a page: what kind of text they are, wrong and right. */
function examplesOf(code: RuleCode): { kind: string; wrong: string; right: string } | undefined {
  const page = readFileSync(join(pages, `${code}.md`), 'utf8');
  const [wrong, right] = page.matchAll(/^```\w+ (?<kind>letter|body|file|follow-up)\n(?<text>[^]*?)^```$/gm);
  if (!wrong?.groups || !right?.groups) return undefined;
  return { kind: wrong.groups.kind ?? '', wrong: wrong.groups.text ?? '', right: right.groups.text ?? '' };
}

/** A whole letter with an example in it. */
function letterWith(kind: string, example: string): string {
  if (kind === 'file') return example;
  const { yaml, end } = cutFrontmatter(goodLetter) ?? { yaml: '', end: 0 };
  if (kind === 'body') return `---\n${yaml}---\n\n${example}`;
  if (kind === 'follow-up') return `${goodLetter}\n${commitment}`;
  const part = /^[^ #-].*\n(?:[ -].*\n)*/gmu;
  const fieldOf = (text: string) => /^[\p{L}]+/u.exec(text)?.[0] ?? '';
  const replaced = new Map([...example.matchAll(part)].map(([text]) => [fieldOf(text), text]));
  // 发文机关 stands for the field that it names.
  const names: Record<string, string> = { 发文机关: 'issuer' };
  const by = new Map([...replaced].map(([field, text]) => [names[field] ?? field, text]));
  const kept = [...yaml.matchAll(part)].map(([text]) => {
    const field = fieldOf(text);
    const own = by.get(field);
    by.delete(field);
    return own ?? text;
  });
  const fields = [...kept];
  if (by.has('publishedOn')) fields.splice(4, 0, by.get('publishedOn') ?? '');
  if (by.has('indexNumber')) fields.splice(1, 0, by.get('indexNumber') ?? '');
  return `---\n${fields.join('')}---\n${goodLetter.slice(end)}`;
}

/** The rules by which the check complains of an example. */
async function complaints(kind: string, example: string): Promise<string[]> {
  rmSync(join(content, 'follow-up'), { recursive: true, force: true });
  write(`replies/${name}`, letterWith(kind, example));
  if (kind === 'follow-up') write(`follow-up/${name.replace('.md', '.yml')}`, example);
  const { findings } = await checkContent(content);
  return findings.map(({ rule }) => rule);
}

test('every rule has a page in the guide, and no other page is there', () => {
  expect(readdirSync(pages).sort()).toEqual(ruleCodes.map((code) => `${code}.md`).sort());
});

test.each(ruleCodes.filter((code) => !withoutExample.includes(code)))(
  'the examples of %s are wrong and right as its page says',
  async (code) => {
    const examples = examplesOf(code);
    if (!examples) throw new Error(`${code}.md has no examples`);
    const { kind, wrong, right } = examples;
    expect(await complaints(kind, wrong)).toContain(code);
    expect(await complaints(kind, right)).toEqual([]);
  },
);

const fixable = ruleCodes.filter((code) =>
  readFileSync(join(pages, `${code}.md`), 'utf8').includes('可以自动改正：'),
);

test.each(fixable)('the example of %s is mended as its page says', async (code) => {
  const { kind, wrong, right } = examplesOf(code) ?? { kind: '', wrong: '', right: '' };
  const { text, fixed } = await fixText(letterWith(kind, wrong), (one) =>
    checkLetterBytes(content, name, Buffer.from(one)),
  );
  expect(fixed.map(({ rule }) => rule)).toEqual([code]);
  expect(text).toBe(letterWith(kind, right));
});
