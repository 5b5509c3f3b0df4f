import { argv } from 'node:process';
import { updateIndex } from '../../src/search/indexing/index-update.ts';
import { sourceOf } from '../../src/search/indexing/index-builder.ts';
import { changes, lettersOf, type StepAnswer } from './steps.ts';

// node step-process.ts COUNT CHANGE OUT STATE [PREVIOUS STATE]: builds an index, by bench.ts, and reports.
const [count = '', change = '', out = '', state = '', folder, before] = argv.slice(2);
const letters = changes[change]?.(lettersOf(Number(count))) ?? [];
// The caller of a build has read and hashed the letters.
const sources = letters.map(sourceOf);
const previous = folder === undefined || before === undefined ? undefined : { folder, state: before };
process.send?.({ kind: 'ready' } satisfies StepAnswer);
const [begun, cpu] = [performance.now(), process.cpuUsage()];
const { written, kept } = await updateIndex(sources, out, state, previous);
const { user, system } = process.cpuUsage(cpu);
const sum = (files: typeof written) => files.reduce((bytes, { size }) => bytes + size, 0);
process.send?.({
  kind: 'done',
  seconds: (performance.now() - begun) / 1000,
  cpu: (user + system) / 1e6,
  written: { files: written.length, bytes: sum(written) },
  kept: { files: kept.length, bytes: sum(kept) },
} satisfies StepAnswer);
process.disconnect();
