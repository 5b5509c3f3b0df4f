import { stringify } from 'yaml';
import { frontmatterSchema, type Frontmatter } from '../reply/frontmatter.ts';

const order = frontmatterSchema.keyof().options;

/**
 * A letter's file: frontmatter in the order of the contract, then the Markdown body.
 *
 * @param note A line for the editor, above the fields.
 */
export function writeLetter(frontmatter: Partial<Frontmatter>, body: string, note?: string): string {
  const ordered = Object.fromEntries(
    order.flatMap((key) => (frontmatter[key] === undefined ? [] : [[key, frontmatter[key]]])),
  );
  const comment = note === undefined ? '' : `# ${note}\n`;
  return `---\n${comment}${stringify(ordered, { lineWidth: 0 })}---\n\n${body}`;
}
