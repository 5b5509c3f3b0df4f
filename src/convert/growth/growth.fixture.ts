import type { GrowthCase } from './growth-case.fixture.ts';
import { isNative, totalOf, type Count } from './work-counter.fixture.ts';

/** The most by which work may grow for twice the input. Linear work doubles, less what every run takes. */
const most = 2.2;
/** The same for one function, which may see only a part of the input; quadratic work grows fourfold. */
const mostOfPlace = 3;
/** The share of all steps from which a function counts. */
const share = 0.04;

/** A case whose work grows faster than its size. */
export interface Excess {
  name: string;
  /** The growth of all work, and of the functions that grew most. */
  growth: string;
}

/**
 * Reads a case at a size and at twice that; undefined when work grew no faster than the size. An apparent
 * excess is tried again at three times the size, because a rule that looks some hundred characters ahead does
 * more work only up to that size. Native work then counts only in the total, because its caller is known only
 * by sampling.
 */
export async function excessOf(count: Count, one: GrowthCase, size: number): Promise<Excess | undefined> {
  const first = await growthOf(count, one, size);
  if (first.whole <= most && first.places.length === 0) return undefined;
  const { whole, places } = await growthOf(count, one, 3 * size);
  if (whole <= most && places.every(({ place }) => isNative(place))) return undefined;
  const worst = places.slice(0, 4).map(({ place, growth }) => `${place} ×${growth.toFixed(1)}`);
  return { name: one.name, growth: [`×${whole.toFixed(2)}`, ...worst].join(', ') };
}

async function growthOf(count: Count, one: GrowthCase, size: number): Promise<Growth> {
  const single = await count(one.prepare(size));
  const double = await count(one.prepare(2 * size));
  const places = [...double]
    .map(([place, steps]) => ({ place, steps, growth: steps / (single.get(place) ?? steps) }))
    .filter(({ steps, growth }) => growth > mostOfPlace && steps > totalOf(double) * share)
    .sort((a, b) => b.steps - a.steps);
  return { whole: totalOf(double) / totalOf(single), places };
}

/** The growth of all work, and the functions whose work grew faster than the input. */
interface Growth {
  whole: number;
  places: { place: string; growth: number }[];
}
