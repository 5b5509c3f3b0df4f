import type { CborItem } from './cbor.ts';
import { countOf, listOf, readPagefindFile, textOf, unknownForm } from './pagefind-form.ts';
import { deflated } from './script-shard.ts';

/** What Pagefind says before the places of a letter: the weight of all of them. It is the same everywhere. */
const weightMark = -25;

/** The tokens of a chunk. Steps, not numbers: of letters from the one before, of places likewise. */
interface PagefindChunk {
  tokens: string[];
  /** Of each token. */
  letters: { step: number; places: number[] }[][];
}

/**
 * Packs a chunk of Pagefind's (`.pf_index`) as the edition keeps it: see `posting-chunk.ts`.
 *
 * @throws Error when there is anything in it that an index of bare tokens does not have.
 */
export function packChunk(compressed: Uint8Array): Uint8Array {
  const { tokens, letters } = readChunk(listOf(readPagefindFile(compressed)));
  const all = letters.flat();
  const places = all.flatMap((letter) => letter.places);
  const numbers = [
    tokens.length,
    ...letters.map(({ length }) => length),
    ...all.map(({ step }) => step),
    ...all.map((letter) => letter.places.length),
    ...places.map((place) => place >>> 8),
  ];
  const body = deflated(
    Buffer.concat([Buffer.from(numbers.flatMap(toLeb128)), Buffer.from(tokens.join('\n'))]),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, body, Buffer.from(places.map((place) => place & 0xff))]);
}

function readChunk([words, ...others]: CborItem[]): PagefindChunk {
  if (others.length > 0) throw unknownForm();
  const chunk: PagefindChunk = { tokens: [], letters: [] };
  for (const word of listOf(words)) {
    const [token, pages, variants, ...more] = listOf(word);
    if (listOf(variants).length > 0 || more.length > 0) throw unknownForm();
    chunk.tokens.push(textOf(token));
    chunk.letters.push(
      listOf(pages).map((page) => {
        const [step, places, metadata, ...rest] = listOf(page);
        const [weight, ...stated] = listOf(places);
        if (weight !== weightMark || listOf(metadata).length > 0 || rest.length > 0) throw unknownForm();
        return { step: countOf(step), places: stated.map(countOf) };
      }),
    );
  }
  return chunk;
}

/** An unsigned integer, seven bits a byte, the lowest first. */
function toLeb128(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) + 0x80);
  return [...bytes, left];
}
