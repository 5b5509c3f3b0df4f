import type { ContentSnapshot } from '../content-snapshot.ts';
import { digest } from '../digest.ts';

/** A digest of all that the files of one letter may show of others: the frame, the letters' frontmatter and text. */
export function digestContent({ frame, letters }: ContentSnapshot): string {
  return digest(frame, letters.map((letter) => `${letter.digest} ${letter.facts.sha256}`).sort());
}
