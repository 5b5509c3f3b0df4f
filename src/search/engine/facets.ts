import type { FacetColumn, ShardHead } from '../form/catalogue.ts';
import { facetNames, type FacetCount, type FacetCounts, type FacetName } from '../query/search-request.ts';

/** All facets of a shard. */
export type ShardFacets = Record<FacetName, FacetColumn>;

/** The facets of a shard, with those that follow from others. */
export function shardFacets(dates: readonly string[], facets: ShardHead['facets']): ShardFacets {
  const { session } = facets;
  return {
    ...facets,
    year: derive(dates, (date) => date.slice(0, 4)),
    assembly: derive(
      session.rows.map((place) => session.values[place] ?? ''),
      (key) => key.split('/')[0] ?? '',
    ),
  };
}

function derive(column: readonly string[], valueOf: (value: string) => string): FacetColumn {
  const places = new Map([['', 0]]);
  const rows = column.map((stated) => {
    const value = valueOf(stated);
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  return { values: [...places.keys()], rows };
}

/** Narrows found letters to what is chosen, and counts them, shard after shard. */
export interface FacetFilter {
  /** Takes the found rows of a shard; returns those that every choice lets through, in their order. */
  take: (facets: ShardFacets, rows: Uint32Array) => Uint32Array;
  /** Of everything taken so far. */
  counts: () => FacetCounts;
}

/**
 * @param chosen Values by facet. They restrict the rows, and the counts of every other facet, but not
 *   the counts of their own: one sees what a further choice would add.
 */
export function createFacetFilter(chosen: Partial<Record<FacetName, readonly string[]>>): FacetFilter {
  const totals = new Map(facetNames.map((name) => [name, new Map<string, FacetCount>()]));
  const isChosen = (name: FacetName, value: string) => chosen[name]?.includes(value) ?? false;
  const restricting = facetNames.filter((name) => (chosen[name]?.length ?? 0) > 0);

  return {
    take(facets, rows) {
      // How many choices refuse each row, and which is the last of them.
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
          const place = column[row] ?? 0;
          tally[place] = (tally[place] ?? 0) + 1;
        };
        for (const row of passed) count(row);
        // What a facet's own choice alone refuses would be there with another choice.
        if (restricting.includes(name))
          for (const [at, row] of rows.entries())
            if (refusals[at] === 1 && refusing[at] === facet) count(row);
        add(name, values, labels, tally);
      }
      return passed;
    },
    counts() {
      return Object.fromEntries(facetNames.map((name) => [name, sorted(name)])) as FacetCounts;
    },
  };

  function add(name: FacetName, values: string[], labels = values, tally = new Uint32Array()): void {
    const total = totals.get(name);
    for (const [place, value] of values.entries()) {
      const count = tally[place] ?? 0;
      if (value === '' || (count === 0 && !isChosen(name, value))) continue;
      const known = total?.get(value);
      if (known) known.count += count;
      else total?.set(value, { value, label: labels[place] ?? value, count, chosen: isChosen(name, value) });
    }
  }

  function sorted(name: FacetName): FacetCount[] {
    const counted = [...(totals.get(name)?.values() ?? [])].map((count) => ({ ...count }));
    return counted.sort(
      name === 'year'
        ? (a, b) => (a.value < b.value ? 1 : -1)
        : (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
    );
  }
}
