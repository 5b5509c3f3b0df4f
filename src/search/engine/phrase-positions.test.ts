import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPhrasePositions } from './phrase-positions.ts';
import type { Posting } from '../form/posting-chunk.ts';
import { positionsByRow, buildPostings } from './posting.fixture.ts';

/** Letters of few different tokens, so that near misses are frequent. */
const letters = fc.array(fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 12 }), { maxLength: 40 });
const phrase = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 4 });

/** Tries every position of every letter. */
function scan(texts: readonly (readonly string[])[], wanted: readonly string[]) {
  return texts.flatMap((tokens, row) => {
    const positions = [...tokens.keys()].filter((position) =>
      wanted.every((token, offset) => tokens[position + offset] === token),
    );
    return positions.length > 0 ? [[row, positions]] : [];
  });
}

describe('the positions of a phrase', () => {
  it('are exactly those where its tokens follow each other', () => {
    fc.assert(
      fc.property(letters, phrase, (texts, wanted) => {
        const postings = buildPostings(texts);
        const found = findPhrasePositions(
          wanted.map((token, offset) => ({ offset, postings: some(postings.get(token)) })),
        );
        expect(positionsByRow(found)).toEqual(scan(texts, wanted));
      }),
    );
  });

  it('are found after many letters that contain only a part of it', () => {
    const texts = Array.from({ length: 1000 }, (_, row) => (row === 900 ? ['乙', '甲', '乙'] : ['甲', '丙']));
    const postings = buildPostings(texts);
    const parts = ['甲', '乙'].map((token, offset) => ({ offset, postings: some(postings.get(token)) }));
    expect(positionsByRow(findPhrasePositions(parts))).toEqual([[900, [1]]]);
  });

  it('are found with gaps, which may contain anything', () => {
    const texts = [
      ['甲', '丙', '乙'],
      ['甲', '乙'],
      ['丙', '甲', '甲', '乙'],
    ];
    const postings = buildPostings(texts);
    const parts = [
      { offset: 0, postings: some(postings.get('甲')) },
      { offset: 2, postings: some(postings.get('乙')) },
    ];
    expect(positionsByRow(findPhrasePositions(parts))).toEqual([
      [0, [0]],
      [2, [1]],
    ]);
  });

  it('are found where several tokens are allowed that are rarer than the others', () => {
    const texts = [['乙', '甲', '丙', '甲', '乙', '甲'], ['甲', '丙'], ['丙', '甲'], ['甲'], ['甲'], ['甲']];
    const postings = buildPostings(texts);
    const parts = [
      { offset: 0, postings: ['乙', '丙'].flatMap((token) => postings.get(token) ?? []) },
      { offset: 1, postings: some(postings.get('甲')) },
    ];
    const found = findPhrasePositions(parts);
    expect(positionsByRow(found)).toEqual([
      [0, [0, 2, 4]],
      [2, [0]],
    ]);
    expect(found.flatMap(({ rows }) => [...rows])).toEqual([0, 2]);
  });

  it('are found where one of several tokens is allowed', () => {
    fc.assert(
      fc.property(letters, (texts) => {
        const postings = buildPostings(texts);
        const either = ['乙', '丁', '丙'].flatMap((token) => postings.get(token) ?? []);
        for (const offset of [0, 1]) {
          const parts = [
            { offset, postings: some(postings.get('甲')) },
            { offset: 1 - offset, postings: either },
          ];
          const expected = texts.flatMap((tokens, row) => {
            const positions = [...tokens.keys()].filter(
              (at) =>
                tokens[at + offset] === '甲' && ['乙', '丁', '丙'].includes(tokens[at + 1 - offset] ?? ''),
            );
            return positions.length > 0 ? [[row, positions]] : [];
          });
          expect(positionsByRow(findPhrasePositions(parts))).toEqual(expected);
        }
      }),
    );
  });
});

function some(posting: Posting | undefined): Posting[] {
  return posting ? [posting] : [];
}
