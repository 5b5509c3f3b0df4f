import pairs from 'opencc-js/dict/TSCharacters';

/** What reply letters write for a simplified character and OpenCC, for whom it is another word, does not map. */
const ownPairs: readonly [string, string][] = [
  // 答覆
  ['覆', '复'],
  // 甯夏
  ['甯', '宁'],
];

const table = new Map([
  ...pairs.split('|').map((pair): [string, string] => {
    const [traditional = '', simplified = ''] = pair.split(' ');
    return [traditional, simplified];
  }),
  ...ownPairs,
]);

/**
 * Maps a traditional character to its simplified form, any other to itself. Used only to recognise: a value in
 * traditional script is published as received.
 */
export function toSimplified(character: string): string {
  return table.get(character) ?? character;
}
