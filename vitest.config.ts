import { defineConfig } from 'vitest/config';
import { SlowFirst } from './src/setup/slow-first.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/setup/property-seed.ts'],
    // A process for each file costs more than most files' tests. No test leaves anything behind.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    // Every core: vitest leaves one to itself, which on a machine of two is half of it.
    maxWorkers: '100%',
    // By Node itself, as the command line: Vite would take a third as long again, and compile the templates of each build
    // once more.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    // What a loaded machine may need; no test takes a tenth of it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
