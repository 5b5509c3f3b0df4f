/** A passage of a published letter: a block of its body, or a value of its header. */
export interface PublishedPassage {
  /** The block's anchor on the letter's page; absent for a value of the header. */
  anchor?: string;
  /** Label of the value. */
  label?: string;
  text: string;
}

/** A passage and its position in the applied text of its original. */
export interface PlacedPassage {
  passage: PublishedPassage;
  start: number;
  end: number;
}

/** Shorter texts, such as cells of a table, may match anywhere by chance: they are only matched in sequence. */
const distinctiveLength = 4;

/**
 * Finds the passages of a letter in its original. Blocks occur in the order of the letter unless they were
 * moved (notes, tables); values of the header occur anywhere in the rest.
 *
 * @param text The applied text of the original, without white space.
 * @returns The passages found, in the order of the original, and the blocks not found, which an editor has
 *   changed since.
 */
export function placePassages(
  text: string,
  blocks: readonly PublishedPassage[],
  values: readonly PublishedPassage[],
): { placed: PlacedPassage[]; missing: PublishedPassage[] } {
  const taken = new Uint8Array(text.length);
  const placed: PlacedPassage[] = [];
  const missing: PublishedPassage[] = [];
  const place = (passage: PublishedPassage, start: number, length: number) => {
    taken.fill(1, start, start + length);
    placed.push({ passage, start, end: start + length });
  };
  const free = (wanted: string, from: number): number => {
    let at = text.indexOf(wanted, from);
    while (at !== -1 && taken.subarray(at, at + wanted.length).includes(1)) at = text.indexOf(wanted, at + 1);
    return at;
  };
  let next = 0;
  for (const passage of blocks) {
    const wanted = passage.text.replace(/\s/g, '');
    if (wanted === '') continue;
    const ahead = text.startsWith(wanted, next) ? next : -1;
    const isDistinctive = wanted.length >= distinctiveLength;
    const start = ahead !== -1 || !isDistinctive ? ahead : findLaterOrEarlier(wanted, next, free);
    if (start === -1) missing.push(passage);
    else {
      place(passage, start, wanted.length);
      next = Math.max(next, start + wanted.length);
    }
  }
  for (const passage of values) {
    const wanted = passage.text.replace(/\s/g, '');
    const start = wanted === '' ? -1 : free(wanted, 0);
    if (start !== -1) place(passage, start, wanted.length);
  }
  return { placed: placed.sort((a, b) => a.start - b.start), missing };
}

function findLaterOrEarlier(
  wanted: string,
  next: number,
  free: (wanted: string, from: number) => number,
): number {
  const later = free(wanted, next);
  return later === -1 ? free(wanted, 0) : later;
}
