import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { address } from '../../archive/address.ts';
import { displayPath } from '../../content-files/display-path.ts';
import type { Finding } from '../../content-files/finding.ts';
import { letterBody } from '../../content-files/letter-body.ts';
import type { Commitment } from '../../commitments/commitment.ts';
import { failureFinding } from '../../check/failure.ts';
import type { Letter } from '../../data/letter/letter.ts';
import { readConversionRecord, readOriginal } from '../../data/original/original-file.ts';
import { publishBody } from '../../data/original/published-body.ts';
import { nameProposers } from '../../data/letter/proposers.ts';
import { makeLetterRecord } from '../../data/open-data/letter-record.ts';
import type { PageFrame } from '../../data/pages/page-frame.ts';
import type { LetterSurroundings } from '../../data/pages/letter-page.ts';
import type { ShownPage } from '../../data/pages/shown-page.ts';
import { makeCommonTextPage } from '../../data/pages/common-text-page.ts';
import { letterBlocks } from '../../markdown/blocks.ts';
import { renderPage } from '../../markdown/rendered-page.ts';
import type { PolicyCitation } from '../../policies/citation.ts';
import { sha256 } from '../../storage/file-hash.ts';
import { ContentError } from '../content-error.ts';
import type { EditionFile } from '../edition/edition-file.ts';
import { renderPageAt, type PageApp } from '../rendering/page-app.ts';
import { packRecord } from '../open-data/record-file.ts';
import { changedMeanwhile } from './changed-letter.ts';

/** A file to make from a letter. */
export interface FileOrder {
  path: string;
  key: string;
  /** SHA-256 of the file of that path in the last edition: one with the same bytes is not written. */
  last?: string | undefined;
}

/** A letter that is read beside another one. */
export interface ComparedLetter {
  letter: Letter;
  /** SHA-256 of its file when it was checked. */
  sha256: string;
}

/** What to make from a letter: plain data, which can be sent to another thread. */
export interface LetterTask {
  letter: Letter;
  /** SHA-256 of the letter's file when it was checked. */
  sha256: string;
  page?: FileOrder & { surroundings: LetterSurroundings };
  comparison?: FileOrder;
  /** The page that compares it with others. */
  commonText?: FileOrder & { others: readonly ComparedLetter[] };
  markdown?: FileOrder;
  /** What its record for the open data contains besides its text; absent if the record is not needed. */
  record?: { commitments: Commitment[]; citations: PolicyCitation[] };
}

/** What was made from a letter. */
export interface LetterResult {
  id: string;
  /** Its files; those that are not `written` have the bytes of the last edition's. */
  files: { file: EditionFile; written: boolean }[];
  /** Its record for the open data, compressed. */
  record?: Uint8Array;
  /** Why it could not be made. */
  findings: Finding[];
}

/** Where and how letters are made into files. */
export interface LetterWorkshop {
  content: string;
  frame: PageFrame;
  app: PageApp;
  /** Writes a file of the edition and creates its folder if missing. */
  write: (path: string, bytes: Uint8Array) => void;
}

/** Makes the files of a letter. Errors are in the result. */
export async function makeLetter(task: LetterTask, workshop: LetterWorkshop): Promise<LetterResult> {
  const { letter } = task;
  const path = join(workshop.content, 'replies', `${letter.id}.md`);
  try {
    const bytes = readFileSync(path);
    if (sha256(bytes) !== task.sha256) return failed(letter, changedMeanwhile(path));
    return await make(task, bytes, workshop);
  } catch (error) {
    return failed(
      letter,
      ...(error instanceof ContentError ? error.findings : [failureFinding(displayPath(path), error)]),
    );
  }
}

async function make(task: LetterTask, bytes: Buffer, workshop: LetterWorkshop): Promise<LetterResult> {
  const { letter, page, comparison, commonText, markdown } = task;
  const { app, frame } = workshop;
  const result: LetterResult = { id: letter.id, files: [], findings: [] };
  const put = ({ path, key, last }: FileOrder, contents: Uint8Array) => {
    const file = { path, key, sha256: sha256(contents), bytes: contents.length };
    const written = file.sha256 !== last;
    if (written) workshop.write(path, contents);
    result.files.push({ file, written });
  };
  const show = async (order: FileOrder, shown: ShownPage) => {
    put(order, Buffer.from(await renderPageAt(app, order.path, frame, shown)));
  };
  if (markdown) put(markdown, bytes);
  if (page) await show(page, await gatherLetter(letter, bytes, page.surroundings));
  if (comparison) await show(comparison, await gatherComparison(letter, bytes));
  if (commonText)
    await show(commonText, gatherCommonText(workshop.content, letter, bytes, commonText.others));
  if (task.record) {
    const { id, data: frontmatter } = letter;
    const original = await readOriginal(frontmatter);
    const read = { id, frontmatter, body: letterBody(bytes), ...task.record, file: bytes, original };
    result.record = packRecord(makeLetterRecord(read, frame.site.url));
  }
  return result;
}

/** Gathers what the page of a letter shows. @param bytes The letter's file. */
export async function gatherLetter(
  letter: Letter,
  bytes: Buffer,
  surroundings: LetterSurroundings,
): Promise<ShownPage> {
  const original = await readOriginal(letter.data);
  const markdown = letterBody(bytes);
  const { html, headings } = renderPage(markdown);
  const body = publishBody(html, address.reply(letter.id), original);
  const proposers = nameProposers(letter.data.recipients ?? [], markdown);
  const text = { headings, body, original, ...(proposers && { proposers }) };
  const shows = { letter, ...surroundings, ...text };
  return { kind: 'letter', shows };
}

/** Gathers what the comparison of a letter with its original shows. @param bytes The letter's file. */
export async function gatherComparison(letter: Letter, bytes: Buffer): Promise<ShownPage> {
  const original = await readOriginal(letter.data);
  const record = await readConversionRecord(letter.data);
  if (!record || !original) throw new Error('the record of the conversion is gone');
  return { kind: 'comparison', shows: { letter, body: letterBody(bytes), record, original } };
}

/**
 * Gathers what the page shows that compares a letter with others.
 *
 * @param content The content folder.
 * @param bytes The letter's file.
 * @throws ContentError when one of the others was changed meanwhile.
 */
export function gatherCommonText(
  content: string,
  letter: Letter,
  bytes: Buffer,
  others: readonly ComparedLetter[],
): ShownPage {
  const textOf = (file: Buffer) => letterBlocks(letterBody(file));
  const texts = [];
  for (const { letter: other, sha256: hash } of others) {
    const path = join(content, 'replies', `${other.id}.md`);
    const file = readFileSync(path);
    if (sha256(file) !== hash) throw new ContentError([changedMeanwhile(path)]);
    texts.push({ letter: other, blocks: textOf(file) });
  }
  return { kind: 'commonText', shows: makeCommonTextPage({ letter, blocks: textOf(bytes) }, texts) };
}

function failed({ id }: Letter, ...findings: Finding[]): LetterResult {
  return { id, files: [], findings };
}
