import type { Unit } from '../text/fold.ts';
import type { LetterText } from '../text/letter-text.ts';
import { findMatches, type Span } from '../query/matches.ts';

/** A stretch of shown text, marked or not. */
export interface ExcerptSegment {
  text: string;
  marked: boolean;
}

/** What is shown of a letter among the results. */
export interface Excerpt {
  title: ExcerptSegment[];
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
  spans: Span[];
  label?: string;
  heading?: { id: string; text: string };
  anchor?: string;
}

/** Cuts the stretch with the most matches out of a letter, or its beginning when there are none. */
export function createExcerpt(letter: LetterText, phrases: readonly Unit[][]): Excerpt {
  // The headings above the current block, the nearest last.
  const above: (NonNullable<Passage['heading']> & { depth: number })[] = [];
  const body = letter.body.map((block): Passage => {
    const { id, text } = block;
    if (block.kind === 'heading')
      while ((above.at(-1)?.depth ?? 0) >= (block.depth ?? 0) && above.length > 0) above.pop();
    const nearest = above.at(-1);
    if (block.kind === 'heading') above.push({ id, text, depth: block.depth ?? 0 });
    const heading = nearest && { heading: { id: nearest.id, text: nearest.text } };
    return { text, spans: findMatches(text, phrases), anchor: id, ...heading };
  });
  const header = letter.header.map(({ label, text }): Passage => ({
    label,
    text,
    spans: findMatches(text, phrases),
  }));

  const titleSpans = findMatches(letter.title, phrases);
  // The body says more than a header value; of equals the first. A match in the title alone is marked there
  // and shown below once more, so that every excerpt contains a match.
  const best =
    extend(findDensest(body), body) ??
    findDensest(header) ??
    findDensest([{ label: '标题', text: letter.title, spans: titleSpans }]);
  const title = toSegments(letter.title, { from: 0, to: letter.title.length }, titleSpans);
  if (best === undefined) {
    const text = letter.body.map((block) => block.text).join(' ');
    return { title, segments: toSegments(text, { from: 0, to: Math.min(maxLength, text.length) }, []) };
  }
  const { passage, span } = best;
  return {
    title,
    segments: toSegments(passage.text, span, passage.spans),
    ...(passage.label === undefined ? {} : { label: passage.label }),
    ...(passage.heading === undefined ? {} : { heading: passage.heading }),
    ...(passage.anchor === undefined ? {} : { anchor: passage.anchor }),
  };
}

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
        span: widen(passage.text, { from: span.from, to: inside.at(-1)?.to ?? span.to }),
      };
    }
  return best;
}

/** Lets the next blocks follow a short one, such as a heading, which says little by itself. */
function extend(clip: Clip | undefined, blocks: readonly Passage[]): Clip | undefined {
  if (clip === undefined) return undefined;
  const { passage, span } = clip;
  let { text } = passage;
  const spans = [...passage.spans];
  for (const next of blocks.slice(blocks.indexOf(passage) + 1)) {
    if (text.length - span.from >= maxLength) break;
    const before = text.length + 1;
    text = `${text} ${next.text}`;
    spans.push(...next.spans.map(({ from, to }) => ({ from: before + from, to: before + to })));
  }
  const to = Math.max(span.to, Math.min(text.length, span.from + maxLength));
  return { passage: { ...passage, text, spans }, span: { from: span.from, to } };
}

/** Widens a span to the length of an excerpt, from the beginning of a sentence or clause when one is near. */
function widen(text: string, { from, to }: Span): Span {
  const spare = Math.max(0, maxLength - (to - from));
  const earliest = Math.max(0, from - Math.floor(spare / 2));
  const before = text.slice(earliest, from);
  const stop = Math.max(...['。', '；', '，', '：', ' '].map((mark) => before.indexOf(mark)));
  const begin = earliest === 0 ? 0 : stop === -1 ? earliest : earliest + stop + 1;
  return { from: begin, to: Math.min(text.length, Math.max(to, begin + maxLength)) };
}

/** Splits a span of a text into marked and unmarked segments, with an ellipsis where text is left out. */
function toSegments(text: string, window: Span, spans: readonly Span[]): ExcerptSegment[] {
  const found: ExcerptSegment[] = [];
  const add = (from: number, to: number, marked: boolean) => {
    if (to > from) found.push({ text: text.slice(from, to), marked });
  };
  if (window.from > 0) found.push({ text: '…', marked: false });
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
