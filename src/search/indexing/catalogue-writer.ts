import { nameLetter } from '../../data/letter/letter-name.ts';
import {
  detailNames,
  storedFacets,
  type Columns,
  type StoredColumn,
  type StoredFacet,
  type StoredShardHead,
} from '../form/catalogue.ts';
import type { IndexedLetter } from '../text/indexed-letter.ts';
import { packDates } from '../form/packed-dates.ts';
import { sessionKey } from '../../data/lists/session-key.ts';

/** What the columns say of a letter. */
export type CataloguedLetter = Pick<IndexedLetter, 'id' | 'frontmatter' | 'commitment'>;

/** The day of a letter, `yyyy-mm-dd`; empty if it states none. */
export function dateOf({ frontmatter }: Pick<IndexedLetter, 'frontmatter'>): string {
  return nameLetter(frontmatter).date ?? '';
}

/** The columns that a search of the shard loads first, by row. */
export function buildHeadColumns(
  letters: readonly CataloguedLetter[],
): Pick<StoredShardHead, 'ids' | 'dates' | 'facets'> {
  const facets = Object.fromEntries(
    storedFacets.map((name) => [name, storedColumn(letters.map(facetOf[name]))]),
  ) as StoredShardHead['facets'];
  return { ids: letters.map(({ id }) => id), dates: packDates(letters.map(dateOf)), facets };
}

/** The other columns, each for a file of its own. */
export function buildColumns(letters: readonly CataloguedLetter[]): Columns {
  const matters = letters.map(({ frontmatter }) => frontmatter);
  const names = matters.map(nameLetter);
  return {
    captions: {
      names: names.map(({ text }) => text),
      topics: names.map(({ isTopic }) => (isTopic ? 1 : 0)),
      numbers: names.map(({ number }) => number ?? ''),
    },
    titles: { titles: matters.map(({ title }) => title) },
    numbers: {
      documents: matters.map(({ documentNumber }) => documentNumber ?? ''),
      indexes: matters.map(({ indexNumber }) => indexNumber ?? ''),
      proposals: matters.map(({ proposal }) => proposal?.number ?? ''),
    },
    people: {
      recipients: matters.map(({ recipients }) => recipients ?? []),
      signatories: matters.map(({ signatories }) => signatories ?? []),
    },
    details: {
      details: matters.map((matter) =>
        Object.fromEntries(
          detailNames.flatMap((name) => (matter[name] === undefined ? [] : [[name, matter[name]]])),
        ),
      ),
    },
  };
}

const facetOf: Record<StoredFacet, (letter: CataloguedLetter) => string | undefined> = {
  place: ({ frontmatter }) => frontmatter.place,
  session: ({ frontmatter: { proposal = {} } }) => sessionKey(proposal),
  kind: ({ frontmatter }) => frontmatter.proposal?.kind,
  issuer: ({ frontmatter }) => frontmatter.issuer,
  role: ({ frontmatter }) => frontmatter.role,
  outcome: ({ frontmatter }) => frontmatter.outcome,
  commitment: ({ commitment }) => commitment,
};

function storedColumn(stated: readonly (string | undefined)[]): StoredColumn {
  const indexes = new Map([['', 0]]);
  const rows = stated.map((value = '') => {
    const index = indexes.get(value) ?? indexes.size;
    indexes.set(value, index);
    return index;
  });
  return { values: [...indexes.keys()], rows };
}
