import type { Message } from '../record/record.ts';
import type { Use } from '../normalise/rule.ts';
import { positionsIn, type Position } from '../reply/position.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/** Fields whose value is cut out of the page and stands only in the frontmatter. */
export type ValueField =
  | 'title'
  | 'indexNumber'
  | 'documentNumber'
  | 'issuer'
  | 'categories'
  | 'issuedOn'
  | 'publishedOn'
  | 'outcome'
  | 'disclosure'
  | 'proposal.number'
  | 'proposal.kind'
  | 'proposal.title';

/** A value for a field, as the page has it. */
export interface FieldValue {
  field: ValueField;
  range: TextRange;
  use: Use;
  /** Where it was found, in Chinese. */
  from: string;
  sure: boolean;
}

/** Why a range of the decoded text is not published. */
export type Why =
  | 'label'
  | 'no-field'
  | 'repeated'
  | 'layout'
  | 'site-chrome'
  | 'page-number'
  | 'page-note'
  | 'private'
  | 'attachment'
  // A reader may know reasons of its format's own.
  | (string & {});

/** What recognising has found so far. */
export interface Ledger {
  readonly decoded: string;
  /** Line and column of an offset in the decoded text. */
  readonly positionOf: (at: number) => Position;
  values: FieldValue[];
  dropped: { range: TextRange; why: Why }[];
  messages: Message[];
}

/** A possible value of a field: what it says, in canonical form, and where. */
export interface Candidate extends Omit<FieldValue, 'field'> {
  says: string;
}

/** A ledger of a decoded text, with what its reader already dropped and reported. */
export function openLedger(
  decoded: string,
  { dropped, messages }: Pick<Ledger, 'dropped' | 'messages'>,
): Ledger {
  return {
    decoded,
    positionOf: positionsIn(decoded),
    values: [],
    dropped: [...dropped],
    messages: [...messages],
  };
}

/** Adds a message about a place of the decoded text. */
export function tell(
  ledger: Ledger,
  level: Message['level'],
  rule: string,
  at: number,
  text: string,
  suggestion?: string,
): void {
  const place = ledger.positionOf(at);
  ledger.messages.push({ level, rule, ...place, text, ...(suggestion !== undefined && { suggestion }) });
}

/** Drops a range, with its reason. */
export function drop(ledger: Ledger, range: TextRange, why: Why): void {
  if (range.end > range.at) ledger.dropped.push({ range, why });
}

/**
 * Settles a field: candidates that say the same give one value, the others being repetitions; when they
 * contradict each other none is taken and an editor is told.
 *
 * @returns The candidate taken.
 */
export function settle(
  ledger: Ledger,
  field: ValueField,
  name: string,
  candidates: readonly Candidate[],
): Candidate | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  const says = new Set(candidates.map((one) => one.says));
  if (says.size > 1) {
    for (const { range } of candidates) drop(ledger, range, 'no-field');
    tell(
      ledger,
      'warning',
      'contradiction',
      first.range.at,
      `${name}有互相矛盾的写法（${[...says].join('、')}），未采用。请核对原件后填写。`,
    );
    return undefined;
  }
  const { range, use, from, sure } = first;
  ledger.values.push({ field, range, use, from, sure });
  for (const other of candidates.slice(1)) drop(ledger, other.range, 'repeated');
  return first;
}
