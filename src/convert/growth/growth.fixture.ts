import type { GrowthCase } from './growth-case.fixture.ts';
import { isNative, totalOf, type Count } from './work-counter.fixture.ts';

/** Twice the input may take so much more work; linear work takes twice as much, less what each run takes anyway. */
const most = 2.2;
/** The same for one function, which may be asked for a part of the input only: squared, its work is four times as much. */
const mostOfPlace = 3;
/** A function counts that takes such a share of all steps. */
const share = 0.04;

/** A case whose work grows faster than its size. */
export interface Excess {
  name: string;
  /** By how much all work grew, and that of the functions that grew most. */
  growth: string;
}

/**
 * Reads a case at a size and at twice that; undefined when the work grew as the size did. What seems to grow faster is
 * tried again with more, for a rule that looks some hundred characters far works more at first, and then no more. Then
 * native work counts only in the whole: which function asked for it is known by samples.
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

/** By how much work grew: all of it, and the functions whose work grew faster than the input. */
interface Growth {
  whole: number;
  places: { place: string; growth: number }[];
}
