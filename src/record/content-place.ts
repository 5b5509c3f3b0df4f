import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readLetterFile } from '../content-files/letter-file.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { replyId, replyYear, undatedYear } from '../reply/identifier.ts';
import type { ConversionRecord } from './record.ts';
import { statementsIn } from './statements.ts';

/**
 * Gives the place of a letter, `<year>/<id>`. An id that another letter has gets a suffix; the same
 * received file finds its own place again: its id is made of what the file says, and not of what an editor states of
 * the proposal, now or later.
 *
 * @param content The content folder.
 */
export function placeOf(content: string, record: ConversionRecord): string {
  const year = replyYear(record.frontmatter) ?? undatedYear;
  return `${year}/${freeId(content, year, idOf(record), record)}`;
}

/**
 * Finds the place where the letter of an undated file was written before: an editor may have stated its day then.
 *
 * @param record As converted, without what an editor states.
 * @returns `<year>/<id>`
 */
export async function undatedPlace(content: string, record: ConversionRecord): Promise<string | undefined> {
  if (replyYear(record.frontmatter) !== undefined) return undefined;
  const id = idOf(record);
  const head = record.sha256.slice(0, 8);
  const isOwn = (name: string) => name === id || name.startsWith(`${id}-`) || name.split('-').includes(head);
  for (const year of await namesIn(join(content, 'replies'), /^\d{4}$/))
    for (const file of await namesIn(join(content, 'replies', year), /\.md$/)) {
      const place = `${year}/${file.slice(0, -'.md'.length)}`;
      if (!isOwn(place.slice('0000/'.length))) continue;
      const there = frontmatterOf(content, `${place}.md`);
      if (there?.source?.sha256 === record.sha256) return place;
    }
  return undefined;
}

/** The frontmatter of a letter, valid or not; undefined when there is no such file. */
export function frontmatterOf(content: string, name: string): Partial<Frontmatter> | undefined {
  const { data, findings } = readLetterFile(content, name);
  if (findings.some(({ rule }) => rule === 'missing')) return undefined;
  return typeof data === 'object' && data !== null ? data : {};
}

/** The id, as what the file says makes it. */
function idOf({ frontmatter, edits, sha256 }: ConversionRecord): string {
  const stated = new Set(statementsIn(edits).map(({ field }) => field));
  const proposal = Object.entries(frontmatter.proposal ?? {}).filter(
    ([key]) => !(stated as ReadonlySet<string>).has(`proposal.${key}`),
  );
  return replyId({ ...frontmatter, proposal: Object.fromEntries(proposal) }, sha256);
}

/** The id, with a suffix where it belongs to another letter. */
function freeId(content: string, year: string, id: string, record: ConversionRecord): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? id : `${id}-${count}`;
    const there = frontmatterOf(content, `${year}/${candidate}.md`);
    if (there === undefined || isSameLetter(there, record)) return candidate;
  }
}

/** The same received file, or another copy of the letter with the same document number or issuer and day. */
function isSameLetter(there: Partial<Frontmatter>, { sha256, frontmatter }: ConversionRecord): boolean {
  // A file that is no letter any more is not another letter: it may only be overwritten by force.
  if (there.source?.sha256 === sha256 || Object.keys(there).length === 0) return true;
  if (there.documentNumber !== undefined || frontmatter.documentNumber !== undefined)
    return there.documentNumber === frontmatter.documentNumber;
  return there.issuer === frontmatter.issuer && there.issuedOn === frontmatter.issuedOn;
}

async function namesIn(folder: string, wanted: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => wanted.test(name)).sort();
}
