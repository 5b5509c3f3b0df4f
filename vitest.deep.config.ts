import { mergeConfig } from 'vitest/config';
import everyday from './vitest.config.ts';

// What takes minutes: `npm run test:deep`. Properties draw anew each time.
export default mergeConfig(everyday, {
  test: {
    include: ['src/**/*.fuzz.ts'],
    env: { DAFU_SEED: process.env.DAFU_SEED ?? 'random', DAFU_DEEP: '1' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
