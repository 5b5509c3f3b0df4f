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
  /** Takes the found rows of a shard; returns those that every choice lets through. */
  take: (facets: ShardFacets, rows: readonly number[]) => number[];
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
      const columns = facetNames.map((name) => ({ name, ...facets[name] }));
      const tallies = columns.map(({ values }) => new Uint32Array(values.length));
      const refused = restricting.map((name) => ({
        at: facetNames.indexOf(name),
        rows: facets[name].rows,
        refuses: facets[name].values.map((value) => !isChosen(name, value)),
      }));
      const count = (row: number, at: number) => {
        const [tally, place] = [tallies[at], columns[at]?.rows[row] ?? 0];
        if (tally) tally[place] = (tally[place] ?? 0) + 1;
      };
      const passed = rows.filter((row) => {
        const against = refused.filter((facet) => facet.refuses[facet.rows[row] ?? 0]);
        const [only, ...more] = against;
        if (only === undefined) for (let at = 0; at < columns.length; at += 1) count(row, at);
        else if (more.length === 0) count(row, only.at);
        return only === undefined;
      });
      for (const [at, { name, values, labels }] of columns.entries()) add(name, values, labels, tallies[at]);
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
