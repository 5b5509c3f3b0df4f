import type { Posting } from '../form/posting-chunk.ts';
import type { ZonePosting } from '../form/zone-chunk.ts';

/** Where a phrase occurs: at which positions or, for a word that occurs nearly everywhere, how often in each zone. */
export type Occurrences = Posting | ZonePosting;

/** Whether the positions are known, not only the zones. */
export function hasPositions(occurrences: Occurrences): occurrences is Posting {
  return 'positions' in occurrences;
}
