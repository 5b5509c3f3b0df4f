/**
 * Writes a text with words that mean the same in place of one of its words. Of groups that have a word in it, the one
 * with the longest counts.
 *
 * @param groups Of words that mean the same.
 */
export function replaceSynonyms(text: string, groups: readonly (readonly string[])[]): string[] {
  const named = groups
    .flatMap((group) => group.map((word) => ({ group, word })))
    .filter(({ word }) => text.includes(word))
    .sort((a, b) => b.word.length - a.word.length);
  const longest = named[0]?.word;
  if (longest === undefined) return [];
  const others = named
    .filter(({ word }) => word === longest)
    .flatMap(({ group }) => group.filter((word) => word !== longest));
  return [...new Set(others)].map((word) => text.replace(longest, () => word));
}
