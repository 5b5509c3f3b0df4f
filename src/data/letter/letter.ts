import type { Frontmatter } from '../../reply/frontmatter.ts';

/** A letter of the archive. */
export interface Letter {
  /** `<year>/<id>`, which is also its address below `replies/`. */
  id: string;
  data: Frontmatter;
}
