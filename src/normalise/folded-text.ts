import type { Span } from '../reply/span.ts';
import { entityPattern, entityText } from './html-entity.ts';
import { unifiedRadical } from './radical.ts';
import { toSimplified } from './simplified-chinese.ts';

/**
 * A text in the form that the grammars expect, with a map to the decoded text: spaces removed (or single),
 * full-width ASCII and punctuation folded to ASCII, corner marks to quotation marks, traditional characters to
 * simplified ones, pinyin tails of a mirrored page and zero-width characters left out. Only for recognition:
 * what is published is always cut from the decoded text.
 */
export interface FoldedText {
  text: string;
  /** Where each code unit of `text` starts in the decoded text, and where it ends. */
  starts: readonly number[];
  ends: readonly number[];
}

/** A range of the decoded text. */
export interface TextRange {
  at: number;
  end: number;
}

const invisible =
  /[\0-\x08\x0E-\x1F\x7F\uFFF9-\uFFFB\p{Noncharacter_Code_Point}[\p{Default_Ignorable_Code_Point}--[\p{Variation_Selector}\u180E]]]/v;
/** `關(guān)`: the reading that some mirrored pages add after a traditional character. */
export const pinyinTail = /(?<=\p{Script=Han})[（(][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ]{1,6}[)）]/gu;
/** In place of a code point where a run reads as nothing. */
const nothing = -1;
const marks = new Map([
  ['「', '“'],
  ['『', '“'],
  ['〝', '“'],
  ['」', '”'],
  ['』', '”'],
  ['〞', '”'],
  ['﹝', '〔'],
  ['﹞', '〕'],
  ['∶', ':'],
  ['﹕', ':'],
  ['•', '·'],
  ['・', '·'],
  ['‧', '·'],
]);

/** Folds `[at, end)` of the decoded text; `spaces: 'single'` keeps one space of each run. */
export function foldText(
  decoded: string,
  { at, end }: TextRange,
  spaces: 'none' | 'single' = 'none',
): FoldedText {
  const runs = specialRuns(decoded, at, end);
  let text = '';
  let last = ' ';
  const starts: number[] = [];
  const ends: number[] = [];
  for (let offset = at; offset < end;) {
    const special = runs.get(offset);
    const code = (special ? special.text.codePointAt(0) : decoded.codePointAt(offset)) ?? nothing;
    const next = special?.end ?? offset + (code > 0xffff ? 2 : 1);
    const folded = code === nothing ? '' : fold(code, spaces === 'single' && last !== ' ');
    // Reading the last character of a growing string would flatten it each time.
    last = folded === '' ? last : folded;
    // The reading after a character is part of it.
    if (special?.tail && ends.length > 0) ends[ends.length - 1] = next;
    // A character outside of the basic plane takes two code units.
    for (let units = folded.length; units > 0; units -= 1) {
      starts.push(offset);
      ends.push(next);
    }
    text += folded;
    offset = next;
  }
  return { text, starts, ends };
}

/** Maps a span of a folded text to its range of the decoded text. */
export function decodedRange(folded: FoldedText, span: Pick<Span, 'index' | 'length'>): TextRange {
  const at = folded.starts[span.index] ?? folded.ends.at(-1) ?? 0;
  return { at, end: span.length === 0 ? at : (folded.ends[span.index + span.length - 1] ?? at) };
}

interface SpecialRun {
  end: number;
  text: string;
  tail: boolean;
}

/** Runs that read as one character or as nothing: HTML entities and pinyin tails, by their offsets. */
function specialRuns(decoded: string, at: number, end: number): Map<number, SpecialRun> {
  const source = decoded.slice(at, end);
  const run = (index: number, length: number, text: string, tail = false) =>
    [at + index, { end: at + index + length, text, tail }] as const;
  return new Map([
    ...[...source.matchAll(entityPattern)].map(({ index, 0: match }) =>
      run(index, match.length, entityText(match)),
    ),
    ...[...source.matchAll(pinyinTail)].map(({ index, 0: match }) => run(index, match.length, '', true)),
  ]);
}

/** Characters folded so far, by code point: letters are made of a few thousand, again and again. */
const forms = new Map<number, string>();

function fold(code: number, keepSpace: boolean): string {
  let form = forms.get(code);
  if (form === undefined) {
    form = formOf(String.fromCodePoint(code));
    forms.set(code, form);
  }
  return form === ' ' && !keepSpace ? '' : form;
}

function formOf(character: string): string {
  if (invisible.test(character)) return '';
  if (/\s/u.test(character)) return ' ';
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return marks.get(character) ?? toSimplified(unifiedRadical(character));
}
