import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasePositions } from './phrase-positions.ts';
import type { Posting } from '../form/posting-chunk.ts';
import { byLetter, postingsOf } from './posting.fixture.ts';

/** Letters of few different tokens, so that phrases nearly stand everywhere. */
const letters = fc.array(fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 12 }), { maxLength: 40 });
const phrase = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 4 });

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
        const postings = postingsOf(texts);
        const found = phrasePositions(
          wanted.map((token, place) => ({ place, postings: some(postings.get(token)) })),
        );
        expect(byLetter(found)).toEqual(scan(texts, wanted));
      }),
    );
  });

  it('are found behind many letters that only hold a part', () => {
    const texts = Array.from({ length: 1000 }, (_, row) => (row === 900 ? ['乙', '甲', '乙'] : ['甲', '丙']));
    const postings = postingsOf(texts);
    const parts = ['甲', '乙'].map((token, place) => ({ place, postings: some(postings.get(token)) }));
    expect(byLetter(phrasePositions(parts))).toEqual([[900, [1]]]);
  });

  it('may have gaps, which hold anything', () => {
    const texts = [
      ['甲', '丙', '乙'],
      ['甲', '乙'],
      ['丙', '甲', '甲', '乙'],
    ];
    const postings = postingsOf(texts);
    const parts = [
      { place: 0, postings: some(postings.get('甲')) },
      { place: 2, postings: some(postings.get('乙')) },
    ];
    expect(byLetter(phrasePositions(parts))).toEqual([
      [0, [0]],
      [2, [1]],
    ]);
  });

  it('may be those of any of some tokens', () => {
    fc.assert(
      fc.property(letters, (texts) => {
        const postings = postingsOf(texts);
        const either = ['乙', '丁', '丙'].flatMap((token) => postings.get(token) ?? []);
        for (const place of [0, 1]) {
          const parts = [
            { place, postings: some(postings.get('甲')) },
            { place: 1 - place, postings: either },
          ];
          const expected = texts.flatMap((tokens, row) => {
            const places = [...tokens.keys()].filter(
              (at) =>
                tokens[at + place] === '甲' && ['乙', '丁', '丙'].includes(tokens[at + 1 - place] ?? ''),
            );
            return places.length > 0 ? [[row, places]] : [];
          });
          expect(byLetter(phrasePositions(parts))).toEqual(expected);
        }
      }),
    );
  });
});

function some(posting: Posting | undefined): Posting[] {
  return posting ? [posting] : [];
}
