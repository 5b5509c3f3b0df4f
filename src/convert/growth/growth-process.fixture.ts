// Counts the work of cases in a process of its own: `growth-process.fixture.ts SIZE EVERY`, of the cases that were not
// mended one of EVERY. Writes those whose work grows faster than their size, one a line, and how many were tried.
import { writeSync } from 'node:fs';
import { excessOf } from './growth.fixture.ts';
import { openCounter } from './work-counter.fixture.ts';

const [size = '500', every = '1', named = ''] = process.argv.slice(2);
const count = await openCounter();
// Loaded behind the counter, which counts by blocks only what is loaded later.
const { growthCases } = await import('./growth-cases.fixture.ts');
const cases = growthCases(Number(every)).filter(({ name }) => name.includes(named));
for (const one of cases) {
  const excess = await excessOf(count, one, Number(size));
  if (excess) writeSync(1, `${JSON.stringify(excess)}\n`);
}
writeSync(1, `${JSON.stringify({ tried: cases.length })}\n`);
