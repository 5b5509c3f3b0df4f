import pairs from 'opencc-js/dict/TSCharacters';

/** What reply letters write for a simplified character and OpenCC, for whom it is another word, does not map. */
const ownPairs: readonly [string, string][] = [
  // 答覆
  ['覆', '复'],
  // 甯夏
  ['甯', '宁'],
];

/** Characters of GB 2312 too, with a meaning of their own in simplified script: 乾县 is not 干县. */
const alsoSimplified = '乾吒夥拚捱摺榘菸薹袷醣麴麽';

const table = new Map([
  ...pairs.split('|').map((pair): [string, string] => {
    const [traditional = '', simplified = ''] = pair.split(' ');
    return [traditional, simplified];
  }),
  ...ownPairs,
]);
for (const character of alsoSimplified) table.delete(character);

/**
 * Maps a traditional character to its simplified form, any other to itself. Used only to recognise: a value in
 * traditional script is published as received.
 */
export function toSimplified(character: string): string {
  return table.get(character) ?? character;
}

/** Every traditional character that `toSimplified` maps, with its simplified form. */
export function simplifiedForms(): [traditional: string, simplified: string][] {
  return [...table];
}
