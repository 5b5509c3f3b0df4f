import type { IncomingMessage, ServerResponse } from 'node:http';
import { inventPage, renderPage, type SourcePage } from './source-page.fixture.ts';
import type { WatchStatus } from '../watch-result.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** What happened to the page of one letter since it was kept. */
export interface PlantedChange {
  /** The kept original. */
  kept: Uint8Array;
  extension: string;
  /** The address of the page; `/letter/<index>.html` if absent. */
  url?: string;
  /** The server does not finish its answer, so that nobody should wait for it long. */
  endless?: true;
  answer: Answer;
  /** Answers at other addresses. */
  others?: Record<string, Answer>;
  status: WatchStatus;
  /** What the result must say of the change, where the text differs. */
  gone?: string;
  added?: string;
  fields?: string[];
  reason?: RegExp;
}

/** Invents the change of a kind for a letter. @param dead The address of a server that is not there. */
export type Kind = (index: number, dead: string) => PlantedChange;

/** Answers with a content. */
export const ok =
  (content: string | Uint8Array, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', ...headers }).end(content);
  };
/** Answers with a status. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(code, headers).end('虚构');
  };

/** The page as it was kept, and edited as it is now. */
export function edited(
  index: number,
  edit: (page: SourcePage) => Partial<SourcePage>,
  expected: Omit<PlantedChange, 'kept' | 'extension' | 'answer'>,
): PlantedChange {
  const page = inventPage(index);
  const answer = ok(renderPage({ ...page, ...edit(page) }));
  return { kept: Buffer.from(renderPage(page)), extension: 'html', answer, ...expected };
}

/** The page is as it was kept, but is answered in some way. */
export function answered(
  index: number,
  answer: Answer,
  expected: Omit<PlantedChange, 'kept' | 'extension' | 'answer'>,
): PlantedChange {
  return { ...edited(index, () => ({}), expected), answer };
}

export function withParagraph(page: SourcePage, at: number, text: string): Partial<SourcePage> {
  return { paragraphs: page.paragraphs.with(at, text) };
}
