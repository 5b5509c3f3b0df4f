import type { ExcerptSegment } from '../../../search/engine/excerpt.ts';

/** Characters before the first match that leave room for it, and what follows, in three lines of a phone. */
const maxLead = 16;

/** Shortens the text before the first match of an excerpt, for screens that show few lines. */
export function shortenLead(segments: readonly ExcerptSegment[]): readonly ExcerptSegment[] {
  const first = segments.findIndex(({ marked }) => marked);
  const lead = Array.from(
    segments
      .slice(0, Math.max(0, first))
      .map(({ text }) => text)
      .join(''),
  );
  if (lead.length <= maxLead) return segments;
  return [{ text: `…${lead.slice(-maxLead).join('')}`, marked: false }, ...segments.slice(first)];
}
