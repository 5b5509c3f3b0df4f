import { defineConfig } from 'vitest/config';

// What takes minutes: `npm run test:deep`.
export default defineConfig({
  test: { include: ['src/**/*.fuzz.ts'], testTimeout: 600_000 },
});
