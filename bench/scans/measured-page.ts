import type { PagePlan } from './page-plan.ts';
import type { Score } from './score.ts';

/** A page that a reader has read. */
export interface MeasuredPage {
  plan: PagePlan;
  reader: string;
  score: Score;
  /** Seconds of processor time, of all threads. */
  cpu: number;
}
