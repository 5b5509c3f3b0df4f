/** A piece of a published letter: a block of its body, or a value of its header. */
export interface PublishedPassage {
  /** The block's anchor on the letter's page; a value of the header has none. */
  anchor?: string;
  /** What the value is called. */
  label?: string;
  text: string;
}

/** A passage and where it stands in the applied text of its original. */
export interface PlacedPassage {
  passage: PublishedPassage;
  start: number;
  end: number;
}

/** Shorter texts (the cells of a table) stand anywhere by chance: they are found at their turn only. */
const tellingLength = 4;

/**
 * Finds where the passages of a letter stand in its original. Blocks follow each other as in the letter, unless
 * they moved (notes, tables); values of the header stand somewhere in what is left.
 *
 * @param text The applied text of the original, without white space.
 * @returns The passages that stand there, in the order of the original, and the blocks that do not: an editor
 * changed them since.
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
    const telling = wanted.length >= tellingLength;
    const start = ahead !== -1 || !telling ? ahead : laterOrEarlier(wanted, next, free);
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

function laterOrEarlier(
  wanted: string,
  next: number,
  free: (wanted: string, from: number) => number,
): number {
  const later = free(wanted, next);
  return later === -1 ? free(wanted, 0) : later;
}
