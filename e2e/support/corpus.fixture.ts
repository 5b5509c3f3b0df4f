import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readLetterFile } from '../../src/content-files/letter-file.ts';
import type { Frontmatter } from '../../src/reply/frontmatter.ts';
import type { FoldOptions } from '../../src/search/text/fold.ts';
import { letterText } from '../../src/search/text/indexed-letter.ts';
import { textsByZone } from '../../src/search/text/letter-text.ts';
import { canonicalText } from '../../src/search/text/scan.ts';
import { corpusContentFolder } from './edition.fixture.ts';

/** A letter in the content folder of the second edition, to compare the search with. */
export interface CorpusLetter {
  /** `<year>/<id>` */
  id: string;
  frontmatter: Frontmatter;
  /** All searched text: title, header values, headings, paragraphs, cells. */
  texts: string[];
  /** Whether a text occurs in the letter, by brute force. */
  has: (text: string, options?: FoldOptions) => boolean;
}

let letters: Promise<CorpusLetter[]> | undefined;

/** Reads the letters of the second edition; cached for each worker. */
export function readCorpus(): Promise<readonly CorpusLetter[]> {
  letters ??= readLetters();
  return letters;
}

async function readLetters(): Promise<CorpusLetter[]> {
  const folder = join(corpusContentFolder, 'replies');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  return names.map((name) => {
    const { id, frontmatter, body } = readLetterFile(corpusContentFolder, name.replaceAll('\\', '/'));
    if (!frontmatter) throw new Error(`${name} is no letter`);
    const texts = Object.values(textsByZone(letterText({ frontmatter, body }))).flat();
    return { id, frontmatter, texts, has: scannerOf(texts) };
  });
}

const needles = new Map<string, string>();

/**
 * Returns a function that tests whether a text occurs in these, by the rules of `scan.ts`. A text tested on
 * every letter is folded only once.
 */
function scannerOf(texts: readonly string[]): CorpusLetter['has'] {
  const spelled = texts.map((text) => canonicalText(text, undefined, writeUnit)).join('\n');
  return (text, options) => {
    const key = `${String(options?.spacesBreak)} ${text}`;
    const needle = needles.get(key) ?? canonicalText(text, options, writeUnit);
    needles.set(key, needle);
    return needle !== '' && spelled.includes(needle);
  };
}

const units = new Map<string, string>();

/** Writes each unit as a letter of its own: thousands of texts are looked for in each of hundreds of letters. */
function writeUnit(unit: string): string {
  const known = units.get(unit);
  if (known !== undefined) return known;
  const written = String.fromCharCode(0x100 + units.size);
  // What follows are surrogates, and the comma that writes a break.
  if (written >= '\uD800') throw new RangeError('more units than there are letters for');
  units.set(unit, written);
  return written;
}

/**
 * What the search page finds for each of many queries, in rank order. Thousands of result lists need not be laid out, nor
 * get excerpts of all that a window shows: none is shown, in the smallest window.
 */
export async function searchUnseen(page: Page, queries: readonly string[]): Promise<string[][]> {
  await page.setViewportSize({ width: 320, height: 1 });
  await page.locator('reply-search').evaluate((search: HTMLElement) => {
    search.style.display = 'none';
  });
  return searchInPage(page, queries);
}

/** What the search page finds for each of some queries, in rank order. */
export async function searchInPage(page: Page, queries: readonly string[]): Promise<string[][]> {
  const found: string[][] = [];
  const portion = 50;
  for (let at = 0; at < queries.length; at += portion)
    found.push(
      ...(await page.locator('reply-search').evaluate(
        async (element, asked) => {
          const page = element as HTMLElement & { search: (query: string) => Promise<{ ids: string[] }> };
          const answers: string[][] = [];
          for (const query of asked) answers.push((await page.search(query)).ids);
          return answers;
        },
        queries.slice(at, at + portion),
      )),
    );
  return found;
}
