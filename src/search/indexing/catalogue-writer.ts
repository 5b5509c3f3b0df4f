import {
  storedFacets,
  type Columns,
  type FacetColumn,
  type StoredShardHead,
  type StoredFacet,
} from '../form/catalogue.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { packDates } from '../form/packed-dates.ts';
import { sessionKey, sessionLabel } from '../query/session-key.ts';

/** What the columns say of a letter. */
export type CataloguedLetter = Pick<IndexedLetter, 'id' | 'frontmatter'>;

/** The day of a letter, `yyyy-mm-dd`; empty if it states none. */
export function dateOf({ frontmatter }: Pick<IndexedLetter, 'frontmatter'>): string {
  return frontmatter.issuedOn ?? frontmatter.publishedOn ?? '';
}

/** The columns that a search of the shard loads first, by row. */
export function buildHeadColumns(
  letters: readonly CataloguedLetter[],
): Pick<StoredShardHead, 'ids' | 'dates' | 'facets'> {
  const facets = Object.fromEntries(
    storedFacets.map((name) => [name, facetColumn(letters.map((letter) => facetOf[name](letter)))]),
  ) as StoredShardHead['facets'];
  return { ids: letters.map(({ id }) => id), dates: packDates(letters.map(dateOf)), facets };
}

/** The other columns, each for a file of its own. */
export function buildColumns(letters: readonly CataloguedLetter[]): Columns {
  const matters = letters.map(({ frontmatter }) => frontmatter);
  return {
    captions: {
      titles: matters.map(({ title }) => title),
      documents: matters.map(({ documentNumber }) => documentNumber ?? ''),
    },
    subjects: { subjects: matters.map(({ proposal }) => proposal?.title ?? '') },
    numbers: {
      indexes: matters.map(({ indexNumber }) => indexNumber ?? ''),
      proposals: matters.map(({ proposal }) => proposal?.number ?? ''),
    },
    people: {
      recipients: matters.map(({ recipients }) => recipients ?? []),
      signatories: matters.map(({ signatories }) => signatories ?? []),
    },
  };
}

type Labelled = [value: string, label: string];

const facetOf: Record<StoredFacet, (letter: CataloguedLetter) => Labelled> = {
  session: ({ frontmatter: { proposal = {} } }) => [sessionKey(proposal), sessionLabel(proposal)],
  kind: ({ frontmatter }) => unlabelled(frontmatter.proposal?.kind),
  issuer: ({ frontmatter }) => unlabelled(frontmatter.issuer),
  role: ({ frontmatter }) => unlabelled(frontmatter.role),
  outcome: ({ frontmatter }) => unlabelled(frontmatter.outcome),
};

function unlabelled(value = ''): Labelled {
  return [value, value];
}

function facetColumn(stated: readonly Labelled[]): FacetColumn {
  const indexes = new Map<string, number>([['', 0]]);
  const labels = [''];
  const rows = stated.map(([value, label]) => {
    const index = indexes.get(value) ?? indexes.size;
    if (index === indexes.size) labels.push(label);
    indexes.set(value, index);
    return index;
  });
  const values = [...indexes.keys()];
  const differ = labels.some((label, index) => label !== values[index]);
  return { values, ...(differ ? { labels } : {}), rows };
}
