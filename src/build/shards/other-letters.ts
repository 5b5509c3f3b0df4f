import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cutFrontmatter } from '../../content-files/frontmatter-block.ts';
import { readYaml } from '../../content-files/yaml-source.ts';
import { foldBlocks } from '../../lineage/folded-text.ts';
import { packFingerprints, sampleFingerprints } from '../../lineage/fingerprints.ts';
import { letterBlocks } from '../../markdown/blocks.ts';
import { findCitations } from '../../policies/find-citations.ts';
import { frontmatterSchema } from '../../reply/frontmatter.ts';
import { sha256 } from '../../storage/file-hash.ts';
import type { LetterFacts } from '../letters/letter-facts.ts';

/**
 * Reads as much of the letters of other parts as the pages of this one show of them. They are not checked: their own
 * part does that.
 *
 * @param names Paths below `replies/`.
 */
export async function readOtherLetters(content: string, names: readonly string[]): Promise<LetterFacts[]> {
  const letters: LetterFacts[] = [];
  for (const name of names) {
    const source = await readFile(join(content, 'replies', name), 'utf8');
    const block = cutFrontmatter(source);
    const read = frontmatterSchema.safeParse(block && readYaml(block.yaml).data);
    const blocks = read.success ? letterBlocks(source.slice(block?.end ?? 0)) : [];
    letters.push({
      ...{
        name,
        id: name.replace(/\.md$/, ''),
        sha256: sha256(source),
        headings: [],
        commitments: [],
        handling: [],
        findings: [],
        recorded: [],
      },
      citations: read.success ? findCitations(blocks, read.data) : [],
      fingerprints: packFingerprints(sampleFingerprints(foldBlocks(blocks))),
      // The merging looks for duplicates.
      identity: { path: name, id: name.replace(/\.md$/, '') },
      ...{ original: '', comparable: false, files: {} },
      ...(read.success && { frontmatter: read.data }),
    });
  }
  return letters;
}
