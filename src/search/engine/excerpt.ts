import type { Unit } from '../text/fold.ts';
import type { LetterText } from '../text/letter-text.ts';
import { findMatches, type Span } from '../query/matches.ts';

/** A piece of text that is shown, marked or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** What is shown of a letter among the results. */
export interface Excerpt {
  title: Piece[];
  /** What the excerpt is taken from, when it is a header value: its label. */
  label?: string;
  /** The heading that the excerpt stands under. */
  heading?: { id: string; text: string };
  /** Anchor of the block that it is taken from. */
  anchor?: string;
  pieces: Piece[];
}

/** Characters of an excerpt. */
const length = 110;

interface Place {
  text: string;
  spans: Span[];
  label?: string;
  heading?: { id: string; text: string };
  anchor?: string;
}

/** Cuts out of a letter the window with the most matches; the beginning of the letter when there are none. */
export function excerpt(letter: LetterText, phrases: readonly Unit[][]): Excerpt {
  // The headings that the block being read stands under, the nearest last.
  const above: (NonNullable<Place['heading']> & { depth: number })[] = [];
  const body = letter.body.map((block): Place => {
    const { id, text } = block;
    if (block.kind === 'heading')
      while ((above.at(-1)?.depth ?? 0) >= (block.depth ?? 0) && above.length > 0) above.pop();
    const nearest = above.at(-1);
    if (block.kind === 'heading') above.push({ id, text, depth: block.depth ?? 0 });
    const heading = nearest && { heading: { id: nearest.id, text: nearest.text } };
    return { text, spans: findMatches(text, phrases), anchor: id, ...heading };
  });
  const header = letter.header.map(({ label, text }): Place => ({
    label,
    text,
    spans: findMatches(text, phrases),
  }));

  const titleSpans = findMatches(letter.title, phrases);
  // The body says more than a header value does; among equals the first. A match in the title alone
  // is shown there and, so that every excerpt shows why it is one, once more below.
  const best =
    continued(densest(body), body) ??
    densest(header) ??
    densest([{ label: '标题', text: letter.title, spans: titleSpans }]);
  const title = pieces(letter.title, { from: 0, to: letter.title.length }, titleSpans);
  if (best === undefined) {
    const text = letter.body.map((block) => block.text).join(' ');
    return { title, pieces: pieces(text, { from: 0, to: Math.min(length, text.length) }, []) };
  }
  const { place, window } = best;
  return {
    title,
    pieces: pieces(place.text, window, place.spans),
    ...(place.label === undefined ? {} : { label: place.label }),
    ...(place.heading === undefined ? {} : { heading: place.heading }),
    ...(place.anchor === undefined ? {} : { anchor: place.anchor }),
  };
}

/** A part of a text that is shown. */
interface Cut {
  place: Place;
  window: Span;
}

function densest(places: readonly Place[]): Cut | undefined {
  let best: (Cut & { count: number }) | undefined;
  for (const place of places)
    for (const [index, span] of place.spans.entries()) {
      const inside = place.spans.slice(index).filter(({ to }) => to <= span.from + length);
      const count = Math.max(1, inside.length);
      if (count <= (best?.count ?? 0)) continue;
      best = {
        place,
        count,
        window: around(place.text, { from: span.from, to: inside.at(-1)?.to ?? span.to }),
      };
    }
  return best;
}

/** What follows a short block, as a heading is, is shown behind it: alone it says little. */
function continued(cut: Cut | undefined, blocks: readonly Place[]): Cut | undefined {
  if (cut === undefined) return undefined;
  const { place, window } = cut;
  let { text } = place;
  const spans = [...place.spans];
  for (const next of blocks.slice(blocks.indexOf(place) + 1)) {
    if (text.length - window.from >= length) break;
    const before = text.length + 1;
    text = `${text} ${next.text}`;
    spans.push(...next.spans.map(({ from, to }) => ({ from: before + from, to: before + to })));
  }
  const to = Math.max(window.to, Math.min(text.length, window.from + length));
  return { place: { ...place, text, spans }, window: { from: window.from, to } };
}

/** Widens a stretch to the length of an excerpt; it begins at a sentence or clause when one is near. */
function around(text: string, { from, to }: Span): Span {
  const spare = Math.max(0, length - (to - from));
  const earliest = Math.max(0, from - Math.floor(spare / 2));
  const before = text.slice(earliest, from);
  const stop = Math.max(...['。', '；', '，', '：', ' '].map((mark) => before.indexOf(mark)));
  const begin = earliest === 0 ? 0 : stop === -1 ? earliest : earliest + stop + 1;
  return { from: begin, to: Math.min(text.length, Math.max(to, begin + length)) };
}

/** Splits a window into marked and unmarked pieces; an ellipsis where text is left out. */
function pieces(text: string, window: Span, spans: readonly Span[]): Piece[] {
  const found: Piece[] = [];
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
