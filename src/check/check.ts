import { join } from 'node:path';
import { displayPath } from '../content-files/display-path.ts';
import { listFiles, type ContentKind, type FileNames } from '../content-files/file-names.ts';
import { byPlace, type Finding } from '../content-files/finding.ts';
import { readLetterBytes, readLetterFile, type LetterFile } from '../content-files/letter-file.ts';
import { readPageFile, type PageFile } from '../content-files/page-file.ts';
import { readSiteFile } from '../content-files/site-file.ts';
import { identifyLetter } from './letter-identity.ts';
import { today } from '../reply/chinese-date.ts';
import { failureFinding } from './failure.ts';
import { specialFiles } from './plain-files.ts';
import { aliases } from './rules/aliases.ts';
import { attachments } from './rules/attachments.ts';
import { damagedText } from './rules/damaged-text.ts';
import { dateOrder } from './rules/date-order.ts';
import { dates } from './rules/dates.ts';
import { documentNumber } from './rules/document-number.ts';
import { draft } from './rules/draft.ts';
import { duplicates } from './rules/duplicates.ts';
import { fidelity } from './rules/fidelity.ts';
import { fileName, strayFiles } from './rules/file-name.ts';
import { followUpLetter } from './rules/follow-up-letter.ts';
import { followUp } from './rules/follow-up.ts';
import { headingOrder } from './rules/heading-order.ts';
import { indexNumber } from './rules/index-number.ts';
import { keyOrder } from './rules/key-order.ts';
import { original } from './rules/original.ts';
import { pageAddress } from './rules/page-address.ts';
import { isPagePicture, logoPicture, pagePicture } from './rules/picture.ts';
import { privateData } from './rules/private-data.ts';
import { publishedAddresses } from './rules/published-addresses.ts';
import { rawHtml } from './rules/raw-html.ts';
import { rendering } from './rules/rendering.ts';
import { titleAgreement } from './rules/title-agreement.ts';
import { trailingNoise } from './rules/trailing-noise.ts';
import { unrecorded } from './rules/unrecorded.ts';
import { valueForm } from './rules/value-form.ts';
import { withdrawn } from './rules/withdrawn.ts';

type Rule<F> = (file: F, content: string) => Finding[] | Promise<Finding[]>;

/** Every rule, in the order in which findings matter to an editor. */
const letterRules: readonly Rule<LetterFile>[] = [
  fileName,
  draft,
  withdrawn,
  original,
  attachments,
  fidelity,
  followUp,
  damagedText,
  dates,
  dateOrder,
  documentNumber,
  indexNumber,
  titleAgreement,
  valueForm,
  keyOrder,
  headingOrder,
  rawHtml,
  privateData,
  trailingNoise,
];
const pageRules: readonly Rule<PageFile>[] = [pageAddress];

/** The letters of a content folder and the findings in its files. */
export interface CheckedContent {
  letters: LetterFile[];
  findings: Finding[];
}

export interface CheckOptions {
  /** Paths below the content folder to check, such as `replies/2019/x.md`; all when absent. */
  only?: readonly string[];
  /** Paths of the files of the last edition: its addresses must stay. Looked at only when all is checked. */
  former?: ReadonlySet<string>;
  /** Also renders every file, as the build does. */
  render?: boolean;
}

/**
 * Reads `site.yml`, every letter below `<content>/replies/` and every page below `<content>/pages/` and checks
 * them by the rules. Where there is anything but plain files, nothing is read.
 *
 * @param content The content folder.
 */
export async function checkContent(
  content: string,
  { only, former, render = false }: CheckOptions = {},
): Promise<CheckedContent> {
  const more = render ? [rendering] : [];
  const around = await checkAround(content, only, [...pageRules, ...more]);
  const { findings } = around;
  const letters: LetterFile[] = [];
  for (const name of around.letters) {
    const letter = await readLetterFile(content, name);
    letters.push(letter);
    findings.push(...(await applyRules(letter, [...letterRules, ...more], content)));
  }
  // What is recorded of a letter's commitments may be asked for without the letter.
  for (const path of only ?? []) {
    const [, id] = /^follow-up\/(.+)\.yml$/.exec(path) ?? [];
    if (id === undefined || around.stopped || only?.includes(`replies/${id}.md`)) continue;
    const letter = await readLetterFile(content, `${id}.md`);
    findings.push(...(await applyRules({ ...letter, findings: [] }, [followUp], content)));
  }
  if (!around.stopped) findings.push(...(await checkTogether(content, letters, only)));
  if (former && !only && !around.stopped) {
    const { pages } = around;
    findings.push(...publishedAddresses(content, { former, letters, pages, day: today() }));
  }
  return { letters, findings: findings.sort(byPlace) };
}

/** What the rules about several letters find. A letter that is not checked is known by its name only. */
async function checkTogether(
  content: string,
  letters: readonly LetterFile[],
  only: readonly string[] | undefined,
): Promise<Finding[]> {
  if (!only)
    return [
      ...(await aliases(letters, content)),
      ...(await unrecorded(letters, content)),
      ...duplicates(letters.map(identifyLetter)),
    ];
  if (letters.length === 0) return [];
  const findings = await duplicatesOf(letters, content);
  const checked = new Set(letters.map(({ name }) => name));
  const others = (await listFiles(content, 'replies')).named
    .filter((name) => !checked.has(name))
    .map((name) => ({ name, id: name.replace(/\.md$/, '') }));
  return [...findings, ...(await aliases([...letters, ...others], content))];
}

/** What some letters share with others of the same file name: all the others are not read for a few. */
async function duplicatesOf(letters: readonly LetterFile[], content: string): Promise<Finding[]> {
  const base = (name: string) => name.replace(/^.*\//, '');
  const asked = new Set(letters.map(({ name }) => name));
  const bases = new Set([...asked].map(base));
  const { named } = await listFiles(content, 'replies');
  const others: LetterFile[] = [];
  for (const name of named)
    if (!asked.has(name) && bases.has(base(name))) others.push(await readLetterFile(content, name));
  return duplicates([...letters, ...others].map(identifyLetter), new Set(letters.map(({ id }) => id)));
}

/** Checks the bytes of a letter as if they were in its file. @param name Path below `replies/`. */
export function checkLetterBytes(content: string, name: string, bytes: Buffer): Promise<Finding[]> {
  const read = readLetterBytes(displayPath(join(content, 'replies', name)), bytes);
  return checkLetterFile({ ...read, name, id: name.replace(/\.md$/, '') }, content);
}

/** Checks one letter by the rules that concern it alone. */
export function checkLetterFile(letter: LetterFile, content: string): Promise<Finding[]> {
  return applyRules(letter, letterRules, content);
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
  return checkAround(content, undefined, pageRules);
}

async function checkAround(
  content: string,
  only: readonly string[] | undefined,
  rules: readonly Rule<PageFile>[],
): Promise<AroundLetters> {
  const special = await specialFiles(content);
  if (special.length > 0) return { letters: [], pages: [], findings: special, stopped: true };
  const replies = await namesOf(content, 'replies', only);
  const names = await namesOf(content, 'pages', only);
  const records = await namesOf(content, 'follow-up', only);
  const all = only && records.named.length > 0 ? await listFiles(content, 'replies') : replies;
  const site = !only || only.includes('site.yml') ? await readSiteFile(content) : { findings: [] };
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
    const page = await readPageFile(content, name);
    pages.push(page);
    findings.push(...(await applyRules(page, rules, content)));
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

/** What the rules find in one file. A rule that fails itself is a finding too. */
async function applyRules<F extends LetterFile | PageFile>(
  file: F,
  rules: readonly Rule<F>[],
  content: string,
): Promise<Finding[]> {
  const findings = [...file.findings];
  for (const rule of rules) {
    try {
      findings.push(...(await rule(file, content)));
    } catch (error) {
      findings.push(failureFinding(file.path, error));
    }
  }
  return findings;
}
