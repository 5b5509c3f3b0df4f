import { defineConfig } from 'vitest/config';

// What Stryker runs for each mutant of a folder (src/setup/mutation-testing.ts): the tests beside its code.
export default defineConfig({
  test: {
    include: [`${process.env.DAFU_MUTATED ?? 'src'}/**/*.test.ts`],
    // It takes minutes, and each mutant gets seconds.
    exclude: ['src/check/hostile-content.test.ts'],
    setupFiles: ['src/setup/property-seed.ts'],
    isolate: false,
    experimental: { viteModuleRunner: false, nodeLoader: false },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
