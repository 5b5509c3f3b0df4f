import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/setup/property-seed.ts'],
    // A process for each file costs more than most files' tests. No test leaves anything behind.
    isolate: false,
    // What a loaded machine may need; no test takes a tenth of it.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
