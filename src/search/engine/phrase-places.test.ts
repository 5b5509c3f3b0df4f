import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinPostings, phrasePlaces } from './phrase-places.ts';
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
        const found = phrasePlaces(wanted.map((token, place) => ({ place, posting: postings.get(token) })));
        expect(byLetter(found)).toEqual(scan(texts, wanted));
      }),
    );
  });

  it('are found behind many letters that only hold a part', () => {
    const texts = Array.from({ length: 1000 }, (_, row) => (row === 900 ? ['乙', '甲', '乙'] : ['甲', '丙']));
    const postings = postingsOf(texts);
    const parts = ['甲', '乙'].map((token, place) => ({ place, posting: postings.get(token) }));
    expect(byLetter(phrasePlaces(parts))).toEqual([[900, [1]]]);
  });

  it('may have gaps, which hold anything', () => {
    const texts = [
      ['甲', '丙', '乙'],
      ['甲', '乙'],
      ['丙', '甲', '甲', '乙'],
    ];
    const postings = postingsOf(texts);
    const parts = [
      { place: 0, posting: postings.get('甲') },
      { place: 2, posting: postings.get('乙') },
    ];
    expect(byLetter(phrasePlaces(parts))).toEqual([
      [0, [0]],
      [2, [1]],
    ]);
  });

  it('are those of any of some tokens, in order', () => {
    fc.assert(
      fc.property(letters, (texts) => {
        const joined = joinPostings(['甲', '丁', '乙'].map((token) => postingsOf(texts).get(token)));
        const found = phrasePlaces([{ place: 0, posting: joined }]);
        const expected = texts.flatMap((tokens, row) => {
          const places = [...tokens.keys()].filter((place) => tokens[place] !== '丙');
          return places.length > 0 ? [[row, places]] : [];
        });
        expect(byLetter(found)).toEqual(expected);
      }),
    );
  });
});
