import { compareCodePoints } from '../../text/code-point-order.ts';
import { tokenStem } from '../../text/tokens.ts';
import {
  addLetter,
  addOldToken,
  createChunkParts,
  dropParts,
  endToken,
  markParts,
  type ChunkParts,
  type OpenToken,
  type PartsMark,
} from './chunk-builder.ts';
import type { OldChunk } from './old-chunk.ts';
import { compareTokens, isAtEnd, nextToken, tokenAt, type RunCursor } from './posting-run.ts';

/** A chunk that is complete: what was added before the mark. */
export interface DealtChunk {
  parts: ChunkParts;
  mark: PartsMark;
  /** Its first and its last token. */
  first: string;
  last: string;
  /** Whether it is one family that fills a chunk by itself. */
  isFull: boolean;
}

/**
 * Deals tokens to chunks in their order. A chunk ends once it has `size` positions; tokens of one stem, a family,
 * are looked up together and never parted; and a family that fills a chunk has it for itself: a search for a rare
 * token must not load it. So where a chunk begins depends on little before it.
 */
export interface ChunkDealer {
  /** Adds the next token with the letters that some cursors have for it, and moves them behind it. */
  add: (cursors: readonly RunCursor[]) => void;
  /** Adds the current token of a chunk of the last edition as it is; see `addOldToken`. */
  addOld: (old: OldChunk) => void;
  /** Ends the open chunk, if there is one. */
  finish: () => void;
  /** Whether the next family begins a chunk. */
  isBetween: () => boolean;
}

/**
 * @param letters Letters of the shard.
 * @param size Positions of a chunk.
 * @param take Receives each complete chunk; it is valid during the call only.
 */
export function createChunkDealer(
  { letters, size }: { letters: number; size: number },
  take: (chunk: DealtChunk) => void,
): ChunkDealer {
  const parts = createChunkParts();
  /** Where the family that is added begins. */
  let family = markParts(parts);
  let key = '';
  /** First and last token of the families before it, and of the family. */
  let [first, last, familyFirst, familyLast] = ['', '', '', ''];

  const cut = (mark: PartsMark, from: string, to: string, isFull: boolean) => {
    take({ parts, mark, first: from, last: to, isFull });
    dropParts(parts, mark);
  };
  const endFamily = () => {
    if (key === '') return;
    const end = markParts(parts);
    const isFull = end.positions - family.positions >= size;
    if (isFull && family.tokens > 0) {
      cut(family, first, last, false);
      family = nothing;
    }
    if (family.tokens === 0) first = familyFirst;
    last = familyLast;
    key = '';
    if (parts.positions >= size) cut(markParts(parts), first, last, isFull);
    family = markParts(parts);
  };
  const begin = (token: string) => {
    const own = tokenStem(token);
    if (own === key) return;
    endFamily();
    key = own;
    familyFirst = token;
  };

  return {
    add(cursors) {
      const [one] = cursors;
      if (one === undefined) return;
      const token = tokenAt(one);
      begin(token);
      familyLast = token;
      const { bytes, tokenFrom, tokenTo } = one;
      const open: OpenToken = { letters: 0, lastRow: 0 };
      addLetters(parts, open, cursors, letters);
      endToken(parts, open, bytes, tokenFrom, tokenTo);
      for (const cursor of cursors) nextToken(cursor);
    },
    addOld(old) {
      begin(old.token);
      familyLast = old.token;
      addOldToken(parts, old);
    },
    finish() {
      endFamily();
      if (parts.tokens > 0) cut(markParts(parts), first, last, false);
      family = markParts(parts);
    },
    isBetween() {
      endFamily();
      return parts.tokens === 0;
    },
  };
}

const nothing = markParts(createChunkParts());

/** Adds the letters of cursors at the same token in the order of rows. */
function addLetters(
  parts: ChunkParts,
  open: OpenToken,
  cursors: readonly RunCursor[],
  letters: number,
): void {
  if (cursors.length === 1) {
    const [only] = cursors;
    while (only !== undefined && only.lettersLeft > 0) addLetter(parts, open, only, letters);
    return;
  }
  for (;;) {
    let next: RunCursor | undefined;
    for (const cursor of cursors)
      if (cursor.lettersLeft > 0 && (next === undefined || cursor.row < next.row)) next = cursor;
    if (next === undefined) return;
    addLetter(parts, open, next, letters);
  }
}

/**
 * Deals the tokens of some runs.
 *
 * @param end The first token that is left; none by default.
 */
export function dealRuns(runs: readonly RunCursor[], dealer: ChunkDealer, end?: string): void {
  const isLeft = (run: RunCursor) =>
    !isAtEnd(run) && (end === undefined || compareCodePoints(tokenAt(run), end) < 0);
  let left = runs.filter(isLeft);
  while (left.length > 0) {
    let least: RunCursor[] = [];
    for (const run of left) {
      const order = least[0] === undefined ? -1 : compareTokens(run, least[0]);
      if (order < 0) least = [run];
      else if (order === 0) least.push(run);
    }
    dealer.add(least);
    if (end !== undefined || least.some(isAtEnd)) left = left.filter(isLeft);
  }
}
