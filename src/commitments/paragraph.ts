import type { Block } from '../markdown/block.ts';
import { isSameAgency } from '../reply/agency.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import type { Commitment } from './commitment.ts';
import { findDueDate, type LetterDay } from './due-dates.ts';
import { isOffer } from './foreign-speech.ts';
import { isNestedIn, ordinalAt } from './ordinals.ts';
import { isRefusal } from './refusals.ts';
import { covers, depthOf, isClosing, isFutureHeading, withItem, type Section } from './sections.ts';
import { splitClauses, splitSentences, type Clause, type Sentence } from './sentences.ts';
import { mayCommit } from './time-frames.ts';
import { readSentence, type ReadSentence } from './undertaking.ts';

/** What commitments are recognised by besides the text. */
export type CommittedLetter = Partial<Pick<Frontmatter, 'issuer' | 'issuedOn' | 'publishedOn'>>;

/**
 * Reads the commitments of a paragraph or a cell.
 *
 * @param folded Its text, folded.
 * @param outer The section of the future in which it is, if it is in one.
 * @returns They, and the section in which the next block is.
 */
export function readParagraph(
  block: Block,
  folded: string,
  letter: CommittedLetter,
  outer: Section | undefined,
): { commitments: Commitment[]; section: Section | undefined } {
  const letterDay: LetterDay = letter.issuedOn ?? letter.publishedOn;
  const commitments: Commitment[] = [];
  let section = outer;
  let follows = false;
  const sentences = splitSentences(block.text, folded);
  for (const [at, sentence] of sentences.entries()) {
    const closing = isClosing(sentence.folded);
    if (closing) [section, follows] = [section?.kind === 'list' ? undefined : section, false];
    const next = sentences[at + 1];
    if (isRunInTitle(sentence, next)) {
      section = isFutureHeading(bareTitle(sentence))
        ? { kind: 'heading', depth: depthOf(sentence.folded) }
        : withItem(section, sentence.folded);
      continue;
    }
    const listed = !closing && covers(section, sentence.folded);
    section = withItem(section, sentence.folded);
    if ((!listed && !follows && !mayCommit(sentence.masked)) || isOffer(sentence.masked)) continue;
    const clauses = splitClauses(sentence.masked);
    const read = readSentence(clauses, { listed, follows, letterDay });
    if (read.undertaking) commitments.push(commitmentOf(sentence, block, read.undertaking, letter, clauses));
    else if (isRefusal(sentence.masked))
      commitments.push({ anchor: block.id, text: sentence.text, kind: 'refusal' });
    follows = read.undertaking !== undefined && (read.framed || follows);
    if (section?.kind !== 'heading' && opensList(sentence, next, read))
      section = { kind: 'list', afterTitle: false, colon: sentence.masked.includes('：') };
  }
  return { commitments, section };
}

/** Whether the items of a list follow a sentence of the future. */
function opensList(
  { masked, leadsIn }: Sentence,
  next: Sentence | undefined,
  { undertaking, framed, announces }: ReadSentence,
): boolean {
  if (announces || (framed && leadsIn)) return true;
  if (!undertaking) return false;
  return (
    leadsIn ||
    masked.endsWith('：') ||
    /以下|如下|下列|下述/u.test(masked) ||
    (next !== undefined && /^(?:一是|首先，|第一，|（一）|1[、.])/u.test(next.folded))
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
  { text }: Sentence,
  block: Block,
  { kind, by: named, clauses: future }: NonNullable<ReadSentence['undertaking']>,
  { issuer, issuedOn, publishedOn }: CommittedLetter,
  clauses: readonly Clause[],
): Commitment {
  const due = findDueDate(clauses, future, issuedOn ?? publishedOn);
  const by = named !== undefined && !isIssuer(named, issuer) ? named : undefined;
  return {
    anchor: block.id,
    text,
    kind,
    ...(by !== undefined && { by }),
    ...(due?.value !== undefined && { due: due.value }),
    ...(due && { dueText: due.text }),
  };
}

/** Whether who acts is the letter's issuer: 我局, or its name with or without its place. */
function isIssuer(name: string, issuer: string | undefined): boolean {
  // 我市 in the letter of a bureau is more than the bureau.
  if (/^[我本](?![市县区省州旗盟村])/u.test(name)) return true;
  const short = (agency: string) => agency.replace('人民政府', '政府');
  return issuer !== undefined && isSameAgency(short(name), short(issuer));
}
