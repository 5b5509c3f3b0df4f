import { compareOutcomes } from '../../reply/outcome-class.ts';
import { facetNames, type FacetCount, type FacetCounts, type FacetName } from '../query/search-request.ts';
import { commitmentValues, type FacetColumn, type ShardFacets } from './shard-facets.ts';

const commitmentOrder: readonly string[] = commitmentValues;

/** Facets whose values have an order of their own. */
const orders: Partial<Record<FacetName, (a: FacetCount, b: FacetCount) => number>> = {
  year: (a, b) => (a.value < b.value ? 1 : -1),
  outcome: (a, b) => compareOutcomes(a.value, b.value),
  commitment: (a, b) => commitmentOrder.indexOf(a.value) - commitmentOrder.indexOf(b.value),
};

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
        const { values, rows: column, implied, former } = facets[name];
        const refuses = values.map(
          (value, index) => !isChosen(name, value) && !isChosen(name, values[implied?.[index] ?? 0] ?? ''),
        );
        const accepts = former?.values.map((value) => isChosen(name, value)) ?? [];
        for (let at = 0; at < rows.length; at += 1) {
          const row = rows[at] ?? 0;
          if (refuses[column[row] ?? 0] !== true || accepts[former?.rows[row] ?? 0] === true) continue;
          refusals[at] = (refusals[at] ?? 0) + 1;
          refusing[at] = facetNames.indexOf(name);
        }
      }
      const passed = restricting.length === 0 ? rows : rows.filter((_, at) => refusals[at] === 0);
      for (const [facet, name] of facetNames.entries()) {
        const { values, rows: column, implied = [] } = facets[name];
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
        for (const [index, other] of implied.entries())
          if (other > 0) tally[other] = (tally[other] ?? 0) + (tally[index] ?? 0);
        add(name, facets[name], tally);
      }
      return passed;
    },
    counts() {
      return Object.fromEntries(facetNames.map((name) => [name, sortCounts(name)])) as FacetCounts;
    },
  };

  function add(name: FacetName, { values, labels = values }: FacetColumn, tally: Uint32Array): void {
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
    const order = orders[name] ?? ((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return counted.sort(order);
  }
}
