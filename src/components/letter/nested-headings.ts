/** What Astro tells of a heading in Markdown. */
interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** A heading of the first level (一、) with those below it (（一）). */
export interface Section<H extends Heading> {
  heading: H;
  inner: H[];
}

/**
 * Nests a letter's headings for its contents: two levels, deeper ones are left out. A letter that
 * starts with a lower level has that as its first.
 */
export function nestHeadings<H extends Heading>(headings: readonly H[]): Section<H>[] {
  const top = Math.min(...headings.map(({ depth }) => depth));
  const sections: Section<H>[] = [];
  for (const heading of headings) {
    const last = sections.at(-1);
    if (heading.depth === top || last === undefined) sections.push({ heading, inner: [] });
    else if (heading.depth === top + 1) last.inner.push(heading);
  }
  return sections;
}
