import type { Letter } from '../letter/letter.ts';
import type { QuestionGroup } from './question-groups.ts';

/** Letters of a page, about. */
const pageSize = 100;

/** A question on a page, with those of its letters that the page shows. */
export interface ShownQuestion<L extends Letter = Letter> extends Omit<QuestionGroup<L>, 'letters'> {
  /** Anchor on the page. */
  anchor: string;
  /** Oldest first. */
  letters: readonly L[];
  /** Letters on earlier pages, and on all. */
  before: number;
  of: number;
}

/** What a page of the questions that were asked repeatedly shows. */
export interface QuestionsPage<L extends Letter = Letter> {
  /** From 1, of how many. */
  number: number;
  of: number;
  /** Of all pages. */
  questions: number;
  answers: number;
  shown: readonly ShownQuestion<L>[];
}

/** Where the answers to a question are. */
export interface QuestionPlace {
  title: string;
  proposals: number;
  answers: number;
  /** Number of the page on which it begins, from 1, and the anchor there. */
  page: number;
  anchor: string;
}

/** Divides the questions that were asked repeatedly into pages. There is always a first one. */
export function paginateQuestions<L extends Letter>(groups: readonly QuestionGroup<L>[]): QuestionsPage<L>[] {
  const repeated = groups.filter(({ proposals }) => proposals > 1);
  const pages: ShownQuestion<L>[][] = [[]];
  let room = pageSize;
  for (const { letters, ...group } of repeated) {
    const anchor = anchorOf(letters);
    for (let before = 0; before < letters.length;) {
      if (room <= 0) {
        pages.push([]);
        room = pageSize;
      }
      // A question that does not fit begins here if half of a page is left.
      const slice = letters.slice(before, before + Math.max(room, pageSize / 2));
      pages.at(-1)?.push({ ...group, anchor, letters: slice, before, of: letters.length });
      before += slice.length;
      room -= slice.length;
    }
  }
  const answers = repeated.reduce((sum, { letters }) => sum + letters.length, 0);
  return pages.map((shown, at) => ({
    ...{ number: at + 1, of: pages.length, questions: repeated.length, answers, shown },
  }));
}

/** Finds where the answers to the question of each letter are. @returns By id. */
export function placeQuestions(pages: readonly QuestionsPage[]): Map<string, QuestionPlace> {
  const places = new Map<string, QuestionPlace>();
  const first = new Map<string, number>();
  for (const { number, shown } of pages)
    for (const { anchor, letters, title, proposals, of } of shown) {
      const page = first.get(anchor) ?? number;
      first.set(anchor, page);
      for (const { id } of letters) places.set(id, { title, proposals, answers: of, page, anchor });
    }
  return places;
}

/** The oldest letter stays the oldest, whatever is added. */
function anchorOf([oldest]: readonly Letter[]): string {
  return `q-${oldest?.id.replace('/', '-') ?? ''}`;
}
