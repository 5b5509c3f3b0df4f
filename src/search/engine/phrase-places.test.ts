import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasePlaces } from './phrase-places.ts';
import type { Posting } from '../form/posting-chunk.ts';

/** Letters of few different tokens, so that phrases nearly stand everywhere. */
const letters = fc.array(fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 12 }), { maxLength: 40 });
const phrase = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 4 });

function postingOf(token: string, texts: readonly (readonly string[])[]): Posting | undefined {
  const rows: number[] = [];
  const starts = [0];
  const places: number[] = [];
  for (const [row, tokens] of texts.entries()) {
    const here = tokens.flatMap((other, place) => (other === token ? [place] : []));
    if (here.length === 0) continue;
    rows.push(row);
    places.push(...here);
    starts.push(places.length);
  }
  if (rows.length === 0) return undefined;
  return { rows: Uint32Array.from(rows), starts: Uint32Array.from(starts), places: Uint32Array.from(places) };
}

/** Every place of every letter looked at. */
function scan(texts: readonly (readonly string[])[], wanted: readonly string[]) {
  return texts.flatMap((tokens, row) => {
    const places = [...tokens.keys()].filter((place) =>
      wanted.every((token, at) => tokens[place + at] === token),
    );
    return places.length > 0 ? [[row, places]] : [];
  });
}

describe('the places of a phrase', () => {
  it('are those where its tokens stand one after the other, all of them and no others', () => {
    fc.assert(
      fc.property(letters, phrase, (texts, wanted) => {
        const found = phrasePlaces(wanted.map((token) => postingOf(token, texts)));
        expect([...found].map(([row, places]) => [row, [...places]])).toEqual(scan(texts, wanted));
      }),
    );
  });

  it('are found behind many letters that only hold a part', () => {
    const texts = Array.from({ length: 1000 }, (_, row) => (row === 900 ? ['乙', '甲', '乙'] : ['甲', '丙']));
    const found = phrasePlaces(['甲', '乙'].map((token) => postingOf(token, texts)));
    expect([...found]).toEqual([[900, Uint32Array.of(1)]]);
  });
});
