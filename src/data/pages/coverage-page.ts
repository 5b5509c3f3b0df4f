import type { Coverage } from '../statistics/session-coverage.ts';

/** What the page on coverage shows. */
export type CoveragePage = Coverage;
