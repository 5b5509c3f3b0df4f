import { mkdir, rm } from 'node:fs/promises';
import { argv } from 'node:process';
import type { BuildMessage } from './build.ts';
import { findEngine } from './engines/engines.ts';
import { benchLetters } from './letters.ts';

// node build-process.ts ENGINE LETTERS OUT, by build.ts: only the time between begin and end counts.
const [key = '', count = '', out = ''] = argv.slice(2);
const send = (message: BuildMessage) => process.send?.(message);

// Exits with the benchmark.
process.once('disconnect', () => process.exit());

try {
  const site = await findEngine(key).load();
  const letters = [...benchLetters(Number(count))];
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await site.prepare?.(out, letters);
  send({ kind: 'begin' });
  const begin = performance.now();
  await site.build(out, letters);
  send({ kind: 'end', seconds: (performance.now() - begin) / 1000 });
} catch (error) {
  send({
    kind: 'failed',
    reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
  });
}
process.disconnect();
