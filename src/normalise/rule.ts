import type { SuggestionCode } from '../record/message-codes.ts';
import type { Replacement } from './text-edits.ts';

/** What a range of the decoded text is used for, which decides which rules apply. */
export type Use =
  /** A paragraph of the letter. */
  | 'prose'
  | 'heading'
  | 'title'
  /** A salutation or a signature: spaces in it may belong to a name. */
  | 'names'
  /** 索引号 */
  | 'identifier'
  /** 发文字号 */
  | 'document-number'
  /** 办理结果 */
  | 'outcome'
  /** A date that becomes a field. */
  | 'date'
  /** A cell of a table: spaces in it may set columns apart. */
  | 'cell'
  /** Values with separators between them. */
  | 'list'
  /** Any other value of a field. */
  | 'plain';

/** Traits of the whole document. */
export interface DocumentTraits {
  /** The capture has lost its full-width punctuation: nearly all of it is half-width. */
  flattened: boolean;
  /** Its running text has stray spaces outside of quotations. */
  strays: boolean;
  /** Every character is followed by a space. */
  spacedOut: boolean;
}

/** A rule of normalisation. It sees a text as earlier rules left it. */
export interface NormalisationRule {
  /** Stable code. */
  rule: string;
  tier: 1 | 2 | 3;
  /** What it does, in Chinese, for the report. */
  label: string;
  uses: readonly Use[];
  /** The replacements it makes in `text`, in order, not overlapping. */
  find: (text: string, use: Use, traits: DocumentTraits) => Replacement[];
}

/** A rule that is only suggested: its code is that of the message to the editor. */
export interface SuggestedRule extends NormalisationRule {
  rule: SuggestionCode;
}

/** A replacement for every match of `pattern`. */
export function replaceAll(text: string, pattern: RegExp, after: (match: string) => string): Replacement[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({
    from: index,
    to: index + match.length,
    after: after(match),
  }));
}
