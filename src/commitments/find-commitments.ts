import type { Block } from '../markdown/block.ts';
import { isSameAgency } from '../reply/agency.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import type { Commitment } from './commitment.ts';
import { findDueDate, type LetterDay } from './due-dates.ts';
import { foldText } from './folded-text.ts';
import { isNestedIn, ordinalAt } from './ordinals.ts';
import { isRefusal } from './refusals.ts';
import { continueList, depthOf, isClosing, type Section } from './sections.ts';
import { splitClauses, splitSentences, type Sentence } from './sentences.ts';
import { isFutureHeading, mayCommit } from './time-frames.ts';
import { readSentence, type Undertaking } from './undertaking.ts';

/** What commitments are recognised by besides the text. */
export type CommittedLetter = Partial<Pick<Frontmatter, 'issuer' | 'issuedOn' | 'publishedOn'>>;

/** More than this is no reply letter. */
const mostCommitments = 400;

/**
 * Finds the commitments (承诺) of a letter in reading order: every sentence in which an agency says what it will
 * do, or that it does not do what was asked for.
 *
 * @param blocks The letter's blocks, as `letterBlocks` reads them.
 */
export function findCommitments(blocks: readonly Block[], letter: CommittedLetter): Commitment[] {
  const found: Commitment[] = [];
  const letterDay: LetterDay = letter.issuedOn ?? letter.publishedOn;
  let section: Section | undefined;
  for (const block of blocks) {
    if (found.length >= mostCommitments) break;
    const folded = foldText(block.text);
    if (/^附(?:件|：|原)/u.test(folded)) break;
    const title = titleDepth(block, folded);
    if (title !== undefined) {
      section = sectionBelow(folded, title, section);
      continue;
    }
    if (isClosing(folded)) section = undefined;
    else if (section?.kind === 'list') section = continueList(section, folded, isTitle(folded));
    else if (section && ordinalAt(folded) && depthOf(folded) <= section.depth) section = undefined;
    section = readBlock(block, folded, letter, letterDay, section, found);
  }
  return found.slice(0, mostCommitments);
}

/** The depth of a block that is a heading or looks like one; undefined for any other. */
function titleDepth(block: Block, folded: string): number | undefined {
  if (block.kind === 'heading') return block.depth ?? 2;
  if (!isTitle(folded)) return undefined;
  const bare = folded.slice(ordinalAt(folded)?.length ?? 0);
  return isFutureHeading(bare) || ordinalAt(folded) ? depthOf(folded) : undefined;
}

/** Whether a paragraph is short and has no end mark, as headings are. */
function isTitle(folded: string): boolean {
  return folded.length <= 40 && !/[。！？；：，]/u.test(folded.trim());
}

function sectionBelow(folded: string, depth: number, section: Section | undefined): Section | undefined {
  if (isFutureHeading(folded.slice(ordinalAt(folded)?.length ?? 0))) return { kind: 'heading', depth };
  if (section?.kind === 'heading') return depth > section.depth ? section : undefined;
  return section && continueList(section, folded, true);
}

/** Adds the commitments of a block; returns the section in which the next one is. */
function readBlock(
  block: Block,
  folded: string,
  letter: CommittedLetter,
  letterDay: LetterDay,
  outer: Section | undefined,
  found: Commitment[],
): Section | undefined {
  let section = outer;
  let follows = false;
  const sentences = splitSentences(block.text, folded);
  for (const [at, sentence] of sentences.entries()) {
    const next = sentences[at + 1];
    if (isClosing(sentence.folded)) {
      section = section?.kind === 'list' ? undefined : section;
      follows = false;
    }
    if (isRunInTitle(sentence, next)) {
      if (isFutureHeading(bareTitle(sentence)))
        section = { kind: 'heading', depth: depthOf(sentence.folded) };
      continue;
    }
    const listed = section !== undefined && !isClosing(sentence.folded);
    if (!listed && !follows && !mayCommit(sentence.masked)) continue;
    const clauses = splitClauses(sentence.masked);
    const { undertaking, framed, announces } = readSentence(clauses, {
      listed,
      follows,
      letterDay,
    });
    if (undertaking) found.push(commitmentOf(sentence, block, undertaking, letter, clauses, letterDay));
    else if (isRefusal(sentence.masked))
      found.push({ anchor: block.id, text: sentence.text, kind: 'refusal' });
    follows = undertaking !== undefined && (framed || follows);
    if (opensList(sentence, next, announces || (framed && sentence.leadsIn), undertaking !== undefined))
      section =
        section?.kind === 'heading'
          ? section
          : { kind: 'list', afterTitle: false, colon: sentence.masked.endsWith('：') };
    else if (section?.kind === 'list' && section.style === undefined) {
      const ordinal = ordinalAt(sentence.folded);
      if (ordinal) section = { ...section, style: ordinal.style };
    }
  }
  return section;
}

/** Whether the items of a list follow a sentence of the future. */
function opensList(
  sentence: Sentence,
  next: Sentence | undefined,
  announces: boolean,
  counts: boolean,
): boolean {
  if (announces) return true;
  if (!counts) return false;
  return (
    sentence.leadsIn ||
    sentence.masked.endsWith('：') ||
    (next !== undefined && /^一是|^首先，|^第一，|^（一）|^1[、.]/u.test(next.folded))
  );
}

/** A short item that only names what the next sentence says: 一是加强顶层设计。… */
function isRunInTitle(sentence: Sentence, next: Sentence | undefined): boolean {
  const ordinal = ordinalAt(sentence.folded);
  if (!ordinal || !next || sentence.text.length > 30 || !sentence.folded.endsWith('。')) return false;
  const inner = ordinalAt(next.folded);
  return (
    (inner === undefined || isNestedIn(inner.style, ordinal.style)) &&
    !/[，：]/u.test(sentence.folded.slice(ordinal.length))
  );
}

function bareTitle({ folded }: Sentence): string {
  return folded.slice(ordinalAt(folded)?.length ?? 0).replace(/。$/u, '');
}

function commitmentOf(
  sentence: Sentence,
  block: Block,
  undertaking: Undertaking,
  letter: CommittedLetter,
  clauses: ReturnType<typeof splitClauses>,
  letterDay: LetterDay,
): Commitment {
  const due = findDueDate(clauses, undertaking.clauses, letterDay);
  const by = bodyNamed(undertaking.by, letter.issuer);
  return {
    anchor: block.id,
    text: sentence.text,
    kind: undertaking.kind,
    ...(by !== undefined && { by }),
    ...(due?.value !== undefined && { due: due.value }),
    ...(due && { dueText: due.text }),
  };
}

/** Who acts, where that is not the issuer. */
function bodyNamed(by: string | undefined, issuer: string | undefined): string | undefined {
  if (by === undefined || /^[我本](?!市|县|区|省|州|旗|盟|村)/u.test(by)) return undefined;
  const [named, own] = [by, issuer ?? ''].map((name) => name.replace('人民政府', '政府'));
  return named !== undefined && own !== undefined && isSameAgency(named, own) ? undefined : by;
}
