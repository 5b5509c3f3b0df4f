/** A heading as Astro reports it. */
interface Heading {
  depth: number;
  slug: string;
  text: string;
}

/** A first-level heading (一、) with its subheadings (（一）). */
export interface Section<H extends Heading> {
  heading: H;
  inner: H[];
}

/**
 * Nests a letter's headings for its contents: two levels, deeper ones are omitted. The level of the letter's
 * first heading counts as the first.
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
