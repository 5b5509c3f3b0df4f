import type { Unit } from '../text/fold.ts';
import type { LetterText } from '../text/letter-text.ts';
import { findMatches, type Span } from '../query/matches.ts';
import { findFormalParts } from './formal-parts.ts';

/** A stretch of shown text, marked or not. */
export interface ExcerptSegment {
  text: string;
  marked: boolean;
}

/** What is shown of a letter among the results. */
export interface Excerpt {
  /** What names the letter: its 案由, or else its title. */
  name: ExcerptSegment[];
  /** Label of the header value that the excerpt is taken from, if it is. */
  label?: string;
  /** The nearest heading above the excerpt. */
  heading?: { id: string; text: string };
  /** Anchor of the block that the excerpt is taken from. */
  anchor?: string;
  segments: ExcerptSegment[];
}

/** In UTF-16 code units. */
const maxLength = 110;

/** A block or header value of a letter, with its matches. */
interface Passage {
  text: string;
  /** Where its substance begins, behind salutation and formula. */
  from: number;
  spans: Span[];
  label?: string;
  heading?: { id: string; text: string };
  anchor?: string;
}

/**
 * Cuts the stretch with the most matches out of what a letter says, or its beginning when there are none there. The
 * salutation, the formula that opens the letter, and the signature are shown only if nothing else matches.
 */
export function createExcerpt(letter: LetterText, phrases: readonly Unit[][]): Excerpt {
  const { substance, formula, signature } = readBody(letter, phrases);
  const passage = (label: string, text: string): Passage => ({
    label,
    text,
    from: 0,
    spans: findMatches(text, phrases),
  });
  const header = letter.header.map(({ label, text }) => passage(label, text));
  const topic = header.find(({ label }) => label === '案由');
  const title = passage('标题', letter.title);
  const named = topic ?? title;

  // The body says more than a header value; of equals the first. What names the letter is marked already.
  const best =
    extend(findDensest(substance), substance) ??
    findDensest(header.filter((value) => value !== topic)) ??
    (named.spans.length > 0
      ? undefined
      : (findDensest([title]) ?? extend(findDensest(formula), formula) ?? findDensest(signature)));
  const clip = best ?? beginning(substance);
  const name = toSegments(named, { from: 0, to: named.text.length });
  if (clip === undefined) return { name, segments: [] };
  const { passage: shown, span } = clip;
  return {
    name,
    segments: toSegments(shown, span),
    ...(shown.label === undefined ? {} : { label: shown.label }),
    ...(shown.heading === undefined ? {} : { heading: shown.heading }),
    ...(shown.anchor === undefined ? {} : { anchor: shown.anchor }),
  };
}

/** The passages of a body, by what they are. */
interface BodyPassages {
  /** Without matches in the formula. */
  substance: Passage[];
  /** The salutation and the paragraphs that open the letter, whole. */
  formula: Passage[];
  /** Names and date, behind the end of the last sentence, for they say nothing alone. */
  signature: Passage[];
}

function readBody({ body }: LetterText, phrases: readonly Unit[][]): BodyPassages {
  const { begins, signature: signatureAt, closing } = findFormalParts(body);
  // The headings above the current block, the nearest last.
  const above: (NonNullable<Passage['heading']> & { depth: number })[] = [];
  const passages = body.map((block, index): Passage => {
    const { id, text } = block;
    if (block.kind === 'heading')
      while ((above.at(-1)?.depth ?? 0) >= (block.depth ?? 0) && above.length > 0) above.pop();
    // What ends the letter belongs to no section of it.
    const nearest = index >= closing ? undefined : above.at(-1);
    if (block.kind === 'heading') above.push({ id, text, depth: block.depth ?? 0 });
    const heading = nearest && { heading: { id: nearest.id, text: nearest.text } };
    return { text, from: begins[index] ?? 0, spans: findMatches(text, phrases), anchor: id, ...heading };
  });
  const before = passages[signatureAt - 1];
  const last = {
    text: before?.text.slice(-lastSentence) ?? '',
    ...(before?.anchor !== undefined && { anchor: before.anchor }),
  };
  return {
    substance: passages.slice(0, signatureAt).flatMap((passage) => {
      const { text, from, spans } = passage;
      return from < text.length ? [{ ...passage, spans: spans.filter((span) => span.from >= from) }] : [];
    }),
    formula: passages.filter(({ from }) => from > 0).map((passage) => ({ ...passage, from: 0 })),
    signature:
      signatureAt < passages.length && passages.slice(signatureAt).some(({ spans }) => spans.length > 0)
        ? [joinPassages({ ...last, from: 0, spans: [] }, passages.slice(signatureAt))]
        : [],
  };
}

/** Characters of the last sentence that are shown before a signature. */
const lastSentence = 40;

/** The part of a passage that is shown. */
interface Clip {
  passage: Passage;
  span: Span;
}

function findDensest(passages: readonly Passage[]): Clip | undefined {
  let best: (Clip & { count: number }) | undefined;
  for (const passage of passages)
    for (const [index, span] of passage.spans.entries()) {
      const inside = passage.spans.slice(index).filter(({ to }) => to <= span.from + maxLength);
      const count = Math.max(1, inside.length);
      if (count <= (best?.count ?? 0)) continue;
      best = {
        passage,
        count,
        span: widen(passage, { from: span.from, to: inside.at(-1)?.to ?? span.to }),
      };
    }
  return best;
}

/** Lets the next blocks follow a short one, such as a heading, which says little by itself. */
function extend(clip: Clip | undefined, blocks: readonly Passage[]): Clip | undefined {
  if (clip === undefined) return undefined;
  const { passage, span } = clip;
  const joined = joinPassages(passage, blocks.slice(blocks.indexOf(passage) + 1), span.from + maxLength);
  const to = Math.max(span.to, Math.min(joined.text.length, span.from + maxLength));
  return { passage: joined, span: { from: span.from, to } };
}

/** The beginning of what a letter says. */
function beginning(substance: readonly Passage[]): Clip | undefined {
  const [first] = substance;
  return first && extend({ passage: first, span: { from: first.from, to: first.from } }, substance);
}

/**
 * Joins the passages that follow one to it.
 *
 * @param enough The length of text that needs no further passage.
 */
function joinPassages(first: Passage, following: readonly Passage[], enough = Infinity): Passage {
  let { text } = first;
  const spans = [...first.spans];
  for (const next of following) {
    if (text.length >= enough) break;
    const before = text.length + 1 - next.from;
    text = `${text} ${next.text.slice(next.from)}`;
    spans.push(...next.spans.map(({ from, to }) => ({ from: before + from, to: before + to })));
  }
  return { ...first, text, spans };
}

/** Widens a span to the length of an excerpt, from the beginning of a sentence or clause when one is near. */
function widen({ text, from: first }: Passage, { from, to }: Span): Span {
  const spare = Math.max(0, maxLength - (to - from));
  const earliest = Math.max(first, from - Math.floor(spare / 2));
  const before = text.slice(earliest, from);
  const stop = Math.max(...['。', '；', '，', '：', ' '].map((mark) => before.indexOf(mark)));
  const begin = earliest === first ? first : stop === -1 ? earliest : earliest + stop + 1;
  return { from: begin, to: Math.min(text.length, Math.max(to, begin + maxLength)) };
}

/**
 * Splits a span of a passage into marked and unmarked segments, with an ellipsis where anything but the formula is
 * left out.
 */
function toSegments({ text, from: begin, spans }: Passage, window: Span): ExcerptSegment[] {
  const found: ExcerptSegment[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) found.push({ text: text.slice(from, to), marked });
  };
  if (window.from > begin) found.push({ text: '…', marked: false });
  let at = window.from;
  for (const span of spans) {
    const [from, to] = [Math.max(span.from, at), Math.min(span.to, window.to)];
    if (to <= from) continue;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, window.to, false);
  if (window.to < text.length) found.push({ text: '…', marked: false });
  return found;
}
