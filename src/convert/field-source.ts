import type { Frontmatter } from '../reply/frontmatter.ts';

/** Where the value of a field was found, as an offset in the decoded text. */
export interface FieldSource {
  field: string;
  value: string;
  /** In Chinese. */
  from: string;
  at: number;
  sure: boolean;
}

/** The frontmatter of a letter, and the source of each of its values. */
export interface FilledFrontmatter {
  frontmatter: Partial<Frontmatter>;
  sources: FieldSource[];
}
