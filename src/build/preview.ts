import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { address } from '../archive/address.ts';
import type { Finding } from '../content-files/finding.ts';
import type { PageFrame } from '../data/pages/page-frame.ts';
import type { ShownPage } from '../data/pages/shown-page.ts';
import { today } from '../reply/chinese-date.ts';
import type { ContentSnapshot } from './content-snapshot.ts';
import { planFeedFiles, type PlannedFile } from './feed-files.ts';
import { gatherCommonText, gatherComparison, gatherLetter } from './letters/letter-task.ts';
import type { KnownMeasures } from './letters/common-text.ts';
import type { LetterFacts } from './letters/letter-facts.ts';
import { openLetterWorkers } from './letters/letter-workers.ts';
import { rowWriter } from './open-data/open-data.ts';
import { planLetters, plainSurroundings, type PlannedLetter } from './rendering/letter-plan.ts';
import { planUnsizedPages } from './rendering/sized-pages.ts';
import { planExamplePages, planSharedPages } from './rendering/page-plan.ts';
import type { PlannedPage } from './rendering/planned-page.ts';
import { readContent } from './read-content.ts';
import { planSiteFiles } from './site-files.ts';

/** What there is at a path of the edition: a page to render, or the contents of a file. */
type PreviewAnswer = { page: ShownPage; frame: PageFrame } | { contents: string | Uint8Array };

/** The pages of a content folder as they are now. */
export interface Preview {
  /** Finds what there is at a path below the edition's root; undefined when there is nothing. */
  find(path: string): Promise<PreviewAnswer | undefined>;
  /** Has the files that changed read again for the next page. */
  refresh(): void;
}

/** What the pages of a moment are made from. */
interface Moment {
  snapshot: ContentSnapshot;
  pages: ReadonlyMap<string, PlannedPage>;
  letters: ReadonlyMap<string, PlannedLetter>;
  files: ReadonlyMap<string, PlannedFile>;
}

/**
 * Opens a preview of a content folder. Files with errors are left out.
 *
 * @param content Absolute path of the content folder.
 * @param onFindings Receives the findings whenever files were read.
 */
export function openPreview(content: string, onFindings: (findings: readonly Finding[]) => void): Preview {
  const workers = openLetterWorkers(content);
  let known: ReadonlyMap<string, LetterFacts> = new Map();
  let measures: KnownMeasures = {};
  let now: Promise<Moment> | undefined;
  const read = async () => {
    const reading = await readContent({ content, base: '/', day: today(), known, measures }, workers);
    known = new Map(reading.letters.map((facts) => [facts.name, facts]));
    onFindings(reading.findings);
    const snapshot = await reading.snapshot();
    measures = snapshot.commonText.measures;
    return planMoment(snapshot);
  };
  return {
    async find(path) {
      now ??= read();
      return answer(path, await now);
    },
    refresh() {
      now = undefined;
    },
  };
}

async function planMoment(snapshot: ContentSnapshot): Promise<Moment> {
  const { frame } = snapshot;
  const pages = [...planExamplePages(snapshot), ...planSharedPages(snapshot), ...planUnsizedPages(snapshot)];
  const files = [...planFeedFiles(snapshot, rowWriter(frame.site.url)), ...(await planSiteFiles(snapshot))];
  return {
    snapshot,
    pages: new Map(pages.map((page) => [page.path, page])),
    letters: new Map(planLetters(snapshot).map((planned) => [planned.letter.id, planned])),
    files: new Map(files.map((file) => [file.path, file])),
  };
}

async function answer(path: string, moment: Moment): Promise<PreviewAnswer | undefined> {
  const { snapshot, pages, letters, files } = moment;
  const { frame, content } = snapshot;
  const page = pages.get(path === '' ? address.home : path);
  if (page) return { page: await page.gather(), frame };
  const file = files.get(path);
  if (file) return { contents: file.make() };
  const [, id = '', format] = /^replies\/(.+?)(\.compare\.html|\.same\.html|\.html|\.md)$/.exec(path) ?? [];
  const planned = letters.get(id);
  if (!planned) return undefined;
  const bytes = await readFile(join(content, 'replies', planned.letter.facts.name));
  if (format === '.md') return { contents: bytes };
  const letter = { id, data: planned.letter.data };
  if (format === '.html')
    return { page: await gatherLetter(letter, bytes, plainSurroundings(planned.surroundings())), frame };
  if (format === '.same.html') {
    const others = planned.commonText?.others;
    return others && { page: gatherCommonText(content, letter, bytes, others), frame };
  }
  return planned.comparison ? { page: await gatherComparison(letter, bytes), frame } : undefined;
}
