import type { FacetColumn, StoredShardHead } from '../form/catalogue.ts';
import { facetNames, type FacetCount, type FacetCounts, type FacetName } from '../query/search-request.ts';

/** All facets of a shard. */
export type ShardFacets = Record<FacetName, FacetColumn>;

/** The facets of a shard: those stored, and those derived from other columns. */
export function shardFacets(dates: readonly string[], facets: StoredShardHead['facets']): ShardFacets {
  const { session } = facets;
  return {
    ...facets,
    year: deriveColumn(dates, (date) => date.slice(0, 4)),
    assembly: deriveColumn(
      session.rows.map((index) => session.values[index] ?? ''),
      (key) => key.split('/')[0] ?? '',
    ),
  };
}

function deriveColumn(column: readonly string[], valueOf: (value: string) => string): FacetColumn {
  const indexes = new Map([['', 0]]);
  const rows = column.map((stated) => {
    const value = valueOf(stated);
    const index = indexes.get(value) ?? indexes.size;
    indexes.set(value, index);
    return index;
  });
  return { values: [...indexes.keys()], rows };
}

/** Filters found letters by the chosen values, and counts them, shard by shard. */
export interface FacetFilter {
  /** Counts the found rows of a shard; returns those that pass every facet, in their order. */
  take: (facets: ShardFacets, rows: Uint32Array) => Uint32Array;
  /** Counts over all shards so far. */
  counts: () => FacetCounts;
}

/**
 * @param chosen Values by facet. They restrict the rows and the counts of every other facet, but not those of
 *   their own facet, which show what a further choice would add.
 */
export function createFacetFilter(chosen: Partial<Record<FacetName, readonly string[]>>): FacetFilter {
  const totals = new Map(facetNames.map((name) => [name, new Map<string, FacetCount>()]));
  const isChosen = (name: FacetName, value: string) => chosen[name]?.includes(value) ?? false;
  const restricting = facetNames.filter((name) => (chosen[name]?.length ?? 0) > 0);

  return {
    take(facets, rows) {
      // How many facets refuse each row, and the last of them.
      const refusals = new Uint8Array(rows.length);
      const refusing = new Uint8Array(rows.length);
      for (const name of restricting) {
        const { values, rows: column } = facets[name];
        const refuses = values.map((value) => !isChosen(name, value));
        for (let at = 0; at < rows.length; at += 1) {
          if (refuses[column[rows[at] ?? 0] ?? 0] !== true) continue;
          refusals[at] = (refusals[at] ?? 0) + 1;
          refusing[at] = facetNames.indexOf(name);
        }
      }
      const passed = restricting.length === 0 ? rows : rows.filter((_, at) => refusals[at] === 0);
      for (const [facet, name] of facetNames.entries()) {
        const { values, labels, rows: column } = facets[name];
        const tally = new Uint32Array(values.length);
        const count = (row: number) => {
          const index = column[row] ?? 0;
          tally[index] = (tally[index] ?? 0) + 1;
        };
        for (const row of passed) count(row);
        // A row that only this facet refuses would be found with another choice.
        if (restricting.includes(name))
          for (const [at, row] of rows.entries())
            if (refusals[at] === 1 && refusing[at] === facet) count(row);
        add(name, values, labels, tally);
      }
      return passed;
    },
    counts() {
      return Object.fromEntries(facetNames.map((name) => [name, sortCounts(name)])) as FacetCounts;
    },
  };

  function add(name: FacetName, values: string[], labels = values, tally = new Uint32Array()): void {
    const total = totals.get(name);
    for (const [index, value] of values.entries()) {
      const count = tally[index] ?? 0;
      if (value === '' || (count === 0 && !isChosen(name, value))) continue;
      const known = total?.get(value);
      if (known) known.count += count;
      else total?.set(value, { value, label: labels[index] ?? value, count, chosen: isChosen(name, value) });
    }
  }

  function sortCounts(name: FacetName): FacetCount[] {
    const counted = [...(totals.get(name)?.values() ?? [])].map((count) => ({ ...count }));
    return counted.sort(
      name === 'year'
        ? (a, b) => (a.value < b.value ? 1 : -1)
        : (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
    );
  }
}
