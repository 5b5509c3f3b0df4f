import { defineConfig } from 'vitest/config';

// What takes minutes: `npm run test:deep`. Properties draw anew each time.
export default defineConfig({
  test: {
    include: ['src/**/*.fuzz.ts', 'src/**/*.test.ts'],
    setupFiles: ['src/setup/property-seed.ts'],
    isolate: false,
    experimental: { viteModuleRunner: false, nodeLoader: false },
    env: { DAFU_SEED: process.env.DAFU_SEED ?? 'random', DAFU_DEEP: '1' },
    testTimeout: 600_000,
  },
});
