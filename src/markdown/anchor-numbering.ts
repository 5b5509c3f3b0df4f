/** Hands out the anchors of one letter, in order of reading. */
export interface AnchorNumbering {
  /** `s2-1`: the first heading of the next level below the second of the top level. */
  heading: (depth: number) => string;
  /** `p12`: the twelfth paragraph or list item outside tables. */
  paragraph: () => string;
  /** Begins the next table; `row` then hands out `t1-1`, `t1-2`, … */
  table: () => void;
  row: () => string;
}

/**
 * Starts numbering a letter's blocks. The numbers depend only on the order and the kind of the blocks
 * before, so every walk over the same blocks gives the same anchors, and none is stored.
 */
export function createAnchorNumbering(): AnchorNumbering {
  const sections: number[] = [];
  let paragraphs = 0;
  let tables = 0;
  let rows = 0;
  return {
    heading(depth) {
      // The page's own title is the heading of level 1; a letter's begin at 2.
      const level = Math.max(depth, 2) - 2;
      sections.length = Math.min(sections.length, level + 1);
      while (sections.length <= level) sections.push(0);
      sections[level] = (sections[level] ?? 0) + 1;
      return `s${sections.join('-')}`;
    },
    paragraph() {
      paragraphs += 1;
      return `p${paragraphs}`;
    },
    table() {
      tables += 1;
      rows = 0;
    },
    row() {
      rows += 1;
      return `t${tables}-${rows}`;
    },
  };
}
