import { argv } from 'node:process';

// node bench/bench.ts SUBJECT [options]: measures one subject beside its peers. See bench/README.md.
const subjects: Record<string, () => Promise<{ bench: (args: string[]) => Promise<void> }>> = {
  archive: () => import('./archive/bench.ts'),
  batch: () => import('./convert/batch.ts'),
  build: () => import('./build/bench.ts'),
  check: () => import('./check/bench.ts'),
  convert: () => import('./convert/bench.ts'),
  dev: () => import('./dev/bench.ts'),
  index: () => import('./index/bench.ts'),
  lighthouse: () => import('./lighthouse/bench.ts'),
  'quick-find': () => import('./quick-find/bench.ts'),
  lineage: () => import('./lineage/bench.ts'),
  scans: () => import('./scans/bench.ts'),
  search: () => import('./search/bench.ts'),
};

const [name = '', ...args] = argv.slice(2);
const subject = subjects[name];
if (subject) await (await subject()).bench(args);
else {
  console.error(
    `用法 · usage: npm run bench -- ${Object.keys(subjects).join('|')} [--count N] [--only NAMES]`,
  );
  process.exitCode = 1;
}
