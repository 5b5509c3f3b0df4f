import { Session } from 'node:inspector/promises';
import { randomNumbers } from '../../readers/fuzzing.fixture.ts';
import { chargeNativeWork } from './native-work.fixture.ts';

/** The steps that each function of the project took, by file, name and place. */
export type Work = ReadonlyMap<string, number>;

/** Counts the steps of a run. */
export type Count = (run: () => Promise<unknown>) => Promise<Work>;

/** Native work is attributed to its caller about once in so many steps. */
const sample = 400;

/**
 * Prepares this process to count work: the blocks of the project's code that V8 runs, and how far native
 * functions go through strings and arrays. The numbers are the same on every machine. Call it before loading
 * the code to count: code loaded earlier is counted by function only.
 */
export async function openCounter(): Promise<Count> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  let charges = new Map<string, number>();
  let [isCounting, charged, next] = [false, 0, sample];
  // Random intervals, the same in every run, so that no loop keeps step with the samples.
  let random = randomNumbers(1);
  chargeNativeWork((units) => {
    if (!isCounting) return;
    charged += units;
    if (charged < next) return;
    isCounting = false;
    const place = callerOf();
    charges.set(place, (charges.get(place) ?? 0) + charged);
    charged = 0;
    next = sample / 2 + random(sample);
    isCounting = true;
  });
  return async (run) => {
    await session.post('Profiler.takePreciseCoverage');
    charges = new Map();
    random = randomNumbers(1);
    [isCounting, charged, next] = [true, 0, sample];
    // A refused input took work too.
    await run().catch((error: unknown) => {
      if (!(error instanceof Error && error.constructor.name === 'ReadError')) throw error;
    });
    isCounting = false;
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const work = new Map(charges);
    for (const { url, functions } of result) {
      const file = pathOf(url);
      if (file === undefined) continue;
      for (const { functionName, ranges } of functions) {
        const steps = ranges.reduce((sum, { count }) => sum + count, 0);
        const place = `${file} ${functionName} (${ranges[0]?.startOffset ?? 0})`;
        if (steps > 0) work.set(place, (work.get(place) ?? 0) + steps);
      }
    }
    return work;
  };
}

const nativeWork = 'native work of';

/** Whether the place of some work is known only by sampling. */
export function isNative(place: string): boolean {
  return place.startsWith(nativeWork);
}

/** All steps of a run. */
export function totalOf(work: Work): number {
  return [...work.values()].reduce((sum, steps) => sum + steps, 0);
}

/** The function of the project that called a native one. */
function callerOf(): string {
  const lines = (new Error().stack ?? '').split('\n');
  const line = lines.find((one) => pathOf(one) !== undefined);
  return `${nativeWork} ${line?.replace(/^ *at /, '').replace(/file:.*?(?=src\/)/, '') ?? 'others'}`;
}

const sources = new URL('../../', import.meta.url).href;

/**
 * The project's file named by a URL or a line of a stack trace; undefined for test support and other code.
 */
function pathOf(text: string): string | undefined {
  const at = text.indexOf(sources);
  if (at < 0 || text.includes('.fixture.')) return undefined;
  return `src/${text.slice(at + sources.length)}`;
}
