import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { address } from '../archive/address.ts';
import { openLetterCache } from '../build/letters/letter-cache.ts';
import { readLetterFacts } from '../build/letters/letter-facts.ts';
import { gatherLetter } from '../build/letters/letter-task.ts';
import { openLetterWorkers } from '../build/letters/letter-workers.ts';
import { readContent } from '../build/read-content.ts';
import { planLetters, plainSurroundings } from '../build/rendering/letter-plan.ts';
import { loadPageApp, renderPageAt } from '../build/rendering/page-app.ts';
import { followCommitments } from '../commitments/followed-commitment.ts';
import type { Finding } from '../content-files/finding.ts';
import type { LetterSurroundings } from '../data/pages/letter-page.ts';
import { listLetterPolicies } from '../data/policies/letter-policies.ts';
import { today } from '../reply/chinese-date.ts';
import { publicationOn, type Publication } from '../reply/publication.ts';

/** A letter as it is in its file now. */
export interface ShownLetter {
  findings: Finding[];
  /** Its page; absent when its file has errors that leave nothing to show, or it was withdrawn. */
  html?: string;
  /** Absent when its file has errors. */
  publication?: Publication;
  /** The day from which on it is public. */
  publishFrom?: string;
}

/** What a preview is made from. */
export interface PreviewOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** The folder of all caches. */
  cache: string;
  /** Digest of the program. */
  program: string;
  /** Absolute path of the compiled templates. */
  entry: string;
}

/** Those of a letter that the edition does not have. */
const alone: Omit<LetterSurroundings, 'history' | 'commitments' | 'policies' | 'handling'> = {
  neighbours: undefined,
  related: { sameProposal: [], sameQuestion: [], sameAgency: [] },
  commonText: [],
  question: undefined,
};

/**
 * Reads all letters once and shows any of them anew, as its file is by then. What a page shows of other letters is as
 * it was when the preview was opened.
 *
 * @returns Shows a letter, by its id.
 * @throws Error in Chinese when `site.yml` has errors.
 */
export async function openLetterPreview({
  content,
  cache,
  program,
  entry,
}: PreviewOptions): Promise<(id: string) => Promise<ShownLetter>> {
  // Originals are read from the content folder that the environment names.
  process.env.DAFU_CONTENT = content;
  const { known, measures } = await openLetterCache(cache, content, program);
  const workers = openLetterWorkers(content);
  const day = today();
  try {
    const reading = await readContent({ content, base: '/', day, known, measures }, workers);
    const snapshot = await reading.snapshot();
    const around = new Map(
      planLetters(snapshot).map(({ letter, surroundings }) => [letter.id, surroundings()]),
    );
    const app = await loadPageApp(entry);
    return async (id) => {
      const facts = await readLetterFacts(content, `${id}.md`);
      const { findings, frontmatter: data } = facts;
      if (data === undefined) return { findings };
      const publication = publicationOn(day, data);
      const { publishFrom } = data;
      const shown = { findings, publication, ...(publishFrom !== undefined && { publishFrom }) };
      if (publication === 'withdrawn') return shown;
      const before = around.get(id);
      const letter = { id, data };
      const surroundings = {
        ...(before ? plainSurroundings(before) : { ...alone, history: snapshot.historyOf(letter) }),
        commitments: followCommitments(facts.commitments, facts.followUp ?? []),
        policies: listLetterPolicies(facts.citations, snapshot.policies),
        handling: facts.handling,
      };
      const bytes = await readFile(join(content, 'replies', `${id}.md`));
      const page = await gatherLetter(letter, bytes, surroundings);
      return { ...shown, html: await renderPageAt(app, address.reply(id), snapshot.frame, page) };
    };
  } finally {
    await workers.close();
  }
}
