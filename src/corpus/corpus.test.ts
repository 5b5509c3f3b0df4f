import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frontmatterSchema } from '../reply/frontmatter.ts';
import { inventLetters, writeCorpus } from './corpus.ts';

describe('the corpus', () => {
  const letters = [...inventLetters(200)];

  it('consists of letters that satisfy the schema', () => {
    for (const { frontmatter } of letters)
      expect(frontmatterSchema.safeParse(frontmatter).success).toBe(true);
  });
  it('says in title and body of each letter that it is invented', () => {
    expect(
      letters.filter(
        ({ frontmatter, body }) => !frontmatter.title.includes('虚构') || !body.includes('虚构'),
      ),
    ).toEqual([]);
  });
  it('gives every letter a unique id', () => {
    expect(new Set(letters.map(({ id }) => id)).size).toBe(letters.length);
  });
  it('is the same each time, and a smaller one is a prefix of a larger one', () => {
    expect([...inventLetters(20)]).toEqual(letters.slice(0, 20));
  });
  it('has letters as long as real ones', () => {
    const lengths = letters.map(({ body }) => body.length).sort((a, b) => a - b);
    expect(lengths[100]).toBeGreaterThan(1500);
    expect(lengths[100]).toBeLessThan(5000);
  });
  it('covers years, both assemblies, both roles and several agencies', () => {
    const count = (of: (letter: (typeof letters)[number]) => unknown) => new Set(letters.map(of)).size;
    expect(count(({ year }) => year)).toBeGreaterThan(8);
    expect(count(({ frontmatter }) => frontmatter.proposal?.assembly)).toBe(2);
    expect(count(({ frontmatter }) => frontmatter.role)).toBe(2);
    expect(count(({ frontmatter }) => frontmatter.issuer)).toBeGreaterThan(50);
  });
});

describe('writeCorpus', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-corpus-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes a content folder', async () => {
    await writeCorpus(5, folder, { force: false, demo: false });
    const letters = readdirSync(join(folder, 'replies'), { recursive: true }).filter((name) =>
      String(name).endsWith('.md'),
    );
    expect(letters).toHaveLength(5);
    expect(readFileSync(join(folder, 'site.yml'), 'utf8')).toContain('虚构');
  });
  it('does not touch a folder that is not empty', async () => {
    await writeCorpus(1, folder, { force: false, demo: false });
    await expect(writeCorpus(2, folder, { force: false, demo: false })).rejects.toThrow('不是空文件夹');
  });
});
