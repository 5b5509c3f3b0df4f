import { listFiles, type ContentKind, type FileNames } from '../content-files/file-names.ts';
import { byPlace, type Finding } from '../content-files/finding.ts';
import { readLetterFile } from '../content-files/letter-file.ts';
import { readPageFile, type PageFile } from '../content-files/page-file.ts';
import { readSiteFile } from '../content-files/site-file.ts';
import { today } from '../reply/chinese-date.ts';
import { applyRules, type Rule } from './apply-rules.ts';
import { readCheckedLetter, type CheckedLetter } from './checked-letter.ts';
import { identifyLetter } from './letter-identity.ts';
import { specialFiles } from './plain-files.ts';
import { renderBlocks } from './rendered-blocks.ts';
import { aliases } from './rules/aliases.ts';
import { duplicates } from './rules/duplicates.ts';
import { strayFiles } from './rules/file-name.ts';
import { followUpLetter } from './rules/follow-up-letter.ts';
import { followUp } from './rules/follow-up.ts';
import { pageAddress } from './rules/page-address.ts';
import { isPagePicture, logoPicture, pagePicture } from './rules/picture.ts';
import { publishedAddresses } from './rules/published-addresses.ts';
import { unrecorded } from './rules/unrecorded.ts';

const pageRules: readonly Rule<PageFile>[] = [pageAddress];

/** Reads and checks letters, each by itself. @param names Paths below `replies/`; the result is in their order. */
export type ReadLetters = (names: readonly string[]) => Promise<readonly CheckedLetter[]>;

/** The letters of a content folder and the findings in its files. */
export interface CheckedContent {
  letters: readonly CheckedLetter[];
  findings: Finding[];
}

export interface CheckOptions {
  /** Paths below the content folder to check, such as `replies/2019/x.md`; all when absent. */
  only?: readonly string[];
  /** Paths of the files of the last edition: its addresses must stay. Looked at only when all is checked. */
  former?: ReadonlySet<string>;
  /** Reads the letters; one after the other when absent. */
  readLetters?: ReadLetters;
}

/**
 * Reads `site.yml`, every letter below `<content>/replies/` and every page below `<content>/pages/` and checks
 * them by the rules. Where there is anything but plain files, nothing is read.
 *
 * @param content The content folder.
 */
export async function checkContent(
  content: string,
  { only, former, readLetters = oneByOne(content) }: CheckOptions = {},
): Promise<CheckedContent> {
  const around = await checkAround(content, only);
  const { findings } = around;
  const letters = around.letters.length > 0 ? await readLetters(around.letters) : [];
  findings.push(...letters.flatMap((letter) => letter.findings));
  // What is recorded of a letter's commitments may be asked for without the letter.
  for (const path of only ?? []) {
    const [, id] = /^follow-up\/(.+)\.yml$/.exec(path) ?? [];
    if (id === undefined || around.stopped || only?.includes(`replies/${id}.md`)) continue;
    const letter = readLetterFile(content, `${id}.md`);
    findings.push(...(await applyRules({ ...letter, findings: [] }, [followUp], content)));
  }
  if (!around.stopped) findings.push(...(await checkTogether(content, letters, only)));
  if (former && !only && !around.stopped) {
    const { pages } = around;
    findings.push(...publishedAddresses(content, { former, letters, pages, day: today() }));
  }
  return { letters, findings: findings.sort(byPlace) };
}

function oneByOne(content: string): ReadLetters {
  return async (names) => {
    const letters: CheckedLetter[] = [];
    for (const name of names) letters.push(await readCheckedLetter(content, name));
    return letters;
  };
}

/** What the rules about several letters find. A letter that is not checked is known by its name only. */
async function checkTogether(
  content: string,
  letters: readonly CheckedLetter[],
  only: readonly string[] | undefined,
): Promise<Finding[]> {
  if (!only)
    return [
      ...aliases(letters, content),
      ...(await unrecorded(letters, content)),
      ...duplicates(letters.map(({ identity }) => identity)),
    ];
  if (letters.length === 0) return [];
  const findings = await duplicatesOf(letters, content);
  const checked = new Set(letters.map(({ name }) => name));
  const others = (await listFiles(content, 'replies')).named
    .filter((name) => !checked.has(name))
    .map((name) => ({ name, id: name.replace(/\.md$/, '') }));
  return [...findings, ...aliases([...letters, ...others], content)];
}

/** What some letters share with others of the same file name: all the others are not read for a few. */
async function duplicatesOf(letters: readonly CheckedLetter[], content: string): Promise<Finding[]> {
  const base = (name: string) => name.replace(/^.*\//, '');
  const asked = new Set(letters.map(({ name }) => name));
  const bases = new Set([...asked].map(base));
  const { named } = await listFiles(content, 'replies');
  const known = letters.map(({ identity }) => identity);
  for (const name of named)
    if (!asked.has(name) && bases.has(base(name))) known.push(identifyLetter(readLetterFile(content, name)));
  return duplicates(known, new Set(letters.map(({ id }) => id)));
}

/** What there is in a content folder besides letters, and the names of these. */
export interface AroundLetters {
  /** Paths of the letters below `replies/`. */
  letters: readonly string[];
  pages: PageFile[];
  findings: Finding[];
  /** There is something other than plain files, so nothing was read. */
  stopped: boolean;
}

/**
 * Checks all of a content folder but its letters: `site.yml`, the pages, and what else there is. Where there is
 * anything but plain files, nothing is read.
 */
export function checkAroundLetters(content: string): Promise<AroundLetters> {
  return checkAround(content, undefined);
}

async function checkAround(content: string, only: readonly string[] | undefined): Promise<AroundLetters> {
  const special = await specialFiles(content);
  if (special.length > 0) return { letters: [], pages: [], findings: special, stopped: true };
  const replies = await namesOf(content, 'replies', only);
  const names = await namesOf(content, 'pages', only);
  const records = await namesOf(content, 'follow-up', only);
  const all = only && records.named.length > 0 ? await listFiles(content, 'replies') : replies;
  const site = !only || only.includes('site.yml') ? readSiteFile(content) : { findings: [] };
  const findings = [...site.findings, ...(await logoPicture(content, site.site?.logo))];
  findings.push(
    ...strayFiles(content, 'replies', replies.other),
    ...strayFiles(
      content,
      'pages',
      names.other.filter((name) => !isPagePicture(name)),
    ),
    ...strayFiles(content, 'follow-up', records.other),
    ...followUpLetter(content, records.named, all.named),
  );
  for (const name of names.other.filter(isPagePicture))
    findings.push(...(await pagePicture(content, name, names.named)));
  const pages: PageFile[] = [];
  for (const name of names.named) {
    const page = readPageFile(content, name);
    pages.push(page);
    findings.push(...(await applyRules(page, pageRules, content)), ...(await renderBlocks(page)).findings);
  }
  return { letters: replies.named, pages, findings, stopped: false };
}

async function namesOf(
  content: string,
  kind: ContentKind,
  only: readonly string[] | undefined,
): Promise<FileNames> {
  if (!only) return listFiles(content, kind);
  const below = only.filter((path) => path.startsWith(`${kind}/`));
  return { named: below.map((path) => path.slice(kind.length + 1)), other: [] };
}
