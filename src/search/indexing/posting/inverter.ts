import { textsByZone, type LetterText } from '../../text/letter-text.ts';
import { createByteSink, putInteger, writtenBytes, type ByteSink } from './byte-sink.ts';
import { putToken, sortTokens } from './token-order.ts';
import { createTokenTable } from './token-table.ts';
import { createUnitReader } from './unit-reader.ts';

/** Position after the last token of each zone of a letter. */
export type LetterEnds = [title: number, header: number, headings: number, body: number];

/** Inverts letters: from the tokens of each letter to the letters and positions of each token. */
export interface Inverter {
  /** Adds the next letter; a letter's row is its place among those added. */
  add: (text: LetterText) => LetterEnds;
  /** All postings, in the form of `posting-run.ts`. */
  finish: () => Uint8Array;
}

/** What follows the second unit of a token, or that there is none: the lowest bits of its tail. */
const tailMark = { none: 0, break: 1, end: 2, unit: 3 } as const;

/**
 * Makes an inverter. Tokens are those of `tokenizeLetter`, without a string for each: they are interned as numbers
 * and sorted by counting.
 */
export function createInverter(): Inverter {
  const reader = createUnitReader();
  const table = createTokenTable();
  const pairs = createOccurrences();
  const alone = createOccurrences();
  /** In which zones of the current letter a unit occurs, by the id of its token. */
  let zonesOf = new Uint8Array(1 << 14);

  const addText = (text: string, zone: number) => {
    const count = reader.read(text);
    const [units, breaks] = [reader.units(), reader.breaks()];
    for (let at = 0; at < count; at += 1) {
      const unit = units[at] ?? 0;
      const isLast = at + 1 === count;
      const mark = isLast || at + 2 === count ? tailMark.end : (breaks[at + 2] ?? 0);
      const id = isLast
        ? table.idOf(2 * unit, tailMark.end)
        : table.idOf(2 * unit + (breaks[at + 1] ?? 0), 4 * (units[at + 1] ?? 0) + mark);
      addOccurrence(pairs, id);
      const own = table.idOf(2 * unit, tailMark.unit);
      if (own >= zonesOf.length) zonesOf = enlarge(zonesOf, own);
      if (zonesOf[own] === 0) addOccurrence(alone, own);
      zonesOf[own] = (zonesOf[own] ?? 0) | (1 << zone);
    }
  };

  return {
    add(text) {
      const from = pairs.ids.end;
      const { title, header, headings, body } = textsByZone(text);
      const ends = [title, header, headings, body].map((texts, zone) => {
        for (const each of texts) addText(each, zone);
        return pairs.ids.end - from;
      });
      const { ids, values } = alone;
      for (let at = values.end; at < ids.end; at += 1) {
        const id = ids.integers[at] ?? 0;
        push(values, zonesOf[id] ?? 0);
        zonesOf[id] = 0;
      }
      for (let position = 0; pairs.values.end < pairs.ids.end; position += 1) push(pairs.values, position);
      pairs.letters.push(pairs.ids.end);
      alone.letters.push(alone.ids.end);
      return ends as LetterEnds;
    },
    finish() {
      const sink = createByteSink(1 << 16);
      const byPair = sortOccurrences(pairs, table.size());
      const byUnit = sortOccurrences(alone, table.size());
      for (const id of sortTokens(table, reader)) {
        const isUnit = (table.tails()[id] ?? 0) === tailMark.unit;
        putToken(sink, table, reader, id);
        if (isUnit) putUnitLetters(sink, byUnit, id);
        else putLetters(sink, byPair, id);
      }
      return writtenBytes(sink);
    },
  };
}

/** Integers that grow as they are added. */
interface Integers {
  integers: Uint32Array;
  end: number;
}

function push(to: Integers, integer: number): void {
  if (to.end === to.integers.length) {
    const larger = new Uint32Array(2 * to.integers.length);
    larger.set(to.integers);
    to.integers = larger;
  }
  to.integers[to.end++] = integer;
}

/** Occurrences of tokens, letter after letter. */
interface Occurrences {
  ids: Integers;
  /** The position of each, or for units the zones, a bit each. */
  values: Integers;
  /** Of each letter, the place after its last occurrence. */
  letters: number[];
}

function createOccurrences(): Occurrences {
  const integers = () => ({ integers: new Uint32Array(1 << 16), end: 0 });
  return { ids: integers(), values: integers(), letters: [] };
}

function addOccurrence({ ids }: Occurrences, id: number): void {
  push(ids, id);
}

/** Occurrences by token. */
interface SortedOccurrences {
  /** Where each token's begin; one more at the end. */
  starts: Uint32Array;
  /** In how many letters each token occurs. */
  letterCounts: Uint32Array;
  rows: Uint32Array;
  values: Uint32Array;
}

function sortOccurrences({ ids, values, letters }: Occurrences, tokens: number): SortedOccurrences {
  const starts = new Uint32Array(tokens + 1);
  for (let at = 0; at < ids.end; at += 1) {
    const id = (ids.integers[at] ?? 0) + 1;
    starts[id] = (starts[id] ?? 0) + 1;
  }
  for (let id = 0; id < tokens; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next = starts.slice();
  const sorted = {
    starts,
    letterCounts: new Uint32Array(tokens),
    rows: new Uint32Array(ids.end),
    values: new Uint32Array(ids.end),
  };
  let at = 0;
  for (const [row, end] of letters.entries())
    for (; at < end; at += 1) {
      const id = ids.integers[at] ?? 0;
      const place = next[id] ?? 0;
      next[id] = place + 1;
      sorted.rows[place] = row;
      sorted.values[place] = values.integers[at] ?? 0;
      if (place === starts[id] || sorted.rows[place - 1] !== row)
        sorted.letterCounts[id] = (sorted.letterCounts[id] ?? 0) + 1;
    }
  return sorted;
}

function putUnitLetters(
  sink: ByteSink,
  { starts, letterCounts, rows, values }: SortedOccurrences,
  id: number,
) {
  putInteger(sink, letterCounts[id] ?? 0);
  let last = 0;
  for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at += 1) {
    const row = rows[at] ?? 0;
    putInteger(sink, row - last);
    putInteger(sink, values[at] ?? 0);
    last = row;
  }
}

function putLetters(
  sink: ByteSink,
  { starts, letterCounts, rows, values }: SortedOccurrences,
  id: number,
): void {
  putInteger(sink, letterCounts[id] ?? 0);
  let last = 0;
  const to = starts[id + 1] ?? 0;
  for (let at = starts[id] ?? 0; at < to;) {
    const row = rows[at] ?? 0;
    putInteger(sink, row - last);
    last = row;
    let end = at + 1;
    while (end < to && rows[end] === row) end += 1;
    putInteger(sink, end - at);
    for (let position = 0; at < end; at += 1) {
      putInteger(sink, (values[at] ?? 0) - position);
      position = values[at] ?? 0;
    }
  }
}

function enlarge(array: Uint8Array<ArrayBuffer>, index: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(2 * array.length, index + 1));
  larger.set(array);
  return larger;
}
