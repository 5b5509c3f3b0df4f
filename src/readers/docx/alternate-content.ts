import type { XmlElement } from '../xml-tree.ts';

/** The branch of an alternative (ECMA-376 part 3) that this reader understands. */
export function selectBranch(alternative: XmlElement): XmlElement | undefined {
  const branches = alternative.children.filter((child) => typeof child !== 'string');
  const known = branches.find(
    (branch) =>
      branch.name === 'mc:Choice' &&
      (branch.attributes.get('Requires') ?? '')
        .split(/\s+/)
        .every((prefix) => /^(?:wp[scgi]|w1[0-9]\w*|a14|wp14)$/.test(prefix)),
  );
  return known ?? branches.find(({ name }) => name === 'mc:Fallback') ?? branches[0];
}
