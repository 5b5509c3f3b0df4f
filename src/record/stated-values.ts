import { readDate } from '../reply/calendar-date.ts';
import { readDamagedDate } from '../reply/damaged-date.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { findMeetings } from '../reply/meeting.ts';
import { foldText } from '../normalise/folded-text.ts';

/** A value of the frontmatter, without white space, and how it may stand in the letter's text. */
export interface Stated {
  field: string;
  text: string;
  /** Whether it must be cut out of the page: an index number stands nowhere else. */
  own: boolean;
}

/** The values of a letter's frontmatter that its original accounts for; where it came from aside. */
export function sourcesOf(frontmatter: Partial<Frontmatter>): Stated[] {
  const { title, indexNumber, documentNumber, issuer, categories, issuedOn, publishedOn } = frontmatter;
  const { proposal, recipients, role, outcome, disclosure, signatories } = frontmatter;
  const state = (field: string, own: boolean, ...values: (string | undefined)[]): Stated[] =>
    values.flatMap((value) =>
      value === undefined ? [] : [{ field, own, text: value.replace(/\s+/gu, '') }],
    );
  return [
    ...state('title', true, title),
    ...state('indexNumber', true, indexNumber),
    ...state('documentNumber', false, documentNumber),
    ...state('issuer', false, issuer),
    ...state('categories', true, ...(categories ?? [])),
    ...state('issuedOn', false, issuedOn),
    ...state('publishedOn', true, publishedOn),
    ...state('outcome', false, outcome),
    ...state('disclosure', true, disclosure),
    ...state('role', false, role),
    ...state('recipients', false, ...(recipients ?? [])),
    ...state('signatories', false, ...(signatories ?? [])),
    ...state('assembly', false, proposal?.assembly),
    ...state('scope', false, proposal?.scope),
    ...state('number', false, proposal?.number),
    ...state('kind', false, proposal?.kind),
    ...state('proposal.title', false, proposal?.title),
    ...state('term', false, proposal?.term?.toString()),
    ...state('session', false, proposal?.session?.toString()),
  ];
}

/** Of the values that no line of the page gave, those that stand neither in the title nor in the body. */
export function statedElsewhere(
  values: readonly Stated[],
  title: string,
  blocks: readonly string[],
): Stated[] {
  const texts = [title, ...blocks];
  const views = texts.map((text) => foldText(text, { at: 0, end: text.length }).text);
  // A date or a name may be broken over two lines of the signature.
  const pairsOf = (parts: readonly string[]) =>
    parts.slice(2).map((part, index) => `${parts[index + 1] ?? ''}${part}`);
  const pairs = [...pairsOf(views), ...pairsOf(texts)];
  const all = new Set([...texts, ...views, ...pairs]);
  const meetings = views.flatMap((text) => findMeetings(text));
  return values.filter(({ field, text, own }) => {
    if (own) return true;
    switch (field) {
      case 'issuedOn':
        return ![...blocks, ...views.slice(1), ...pairs].some((view) => datesIn(view).includes(text));
      case 'term':
        return !meetings.some(({ term }) => String(term) === text);
      case 'session':
        return !meetings.some(({ session }) => String(session) === text);
      case 'assembly':
        return !views.some(
          (view) =>
            view.includes(text) ||
            (text === '人大' && view.includes('人民代表大会')) ||
            view.includes('政治协商会议'),
        );
      case 'kind':
        return !views.some((view) => view.includes(text) || (text === '议案' && view.includes('议事原案')));
      case 'role':
        return !views.some((view) => view.includes(text.charAt(0)));
      default:
        return !all.has(text) && ![...all].some((one) => one.includes(text));
    }
  });
}

/** Every day that can be read at some place of a text. */
function datesIn(text: string): string[] {
  const whole = readDamagedDate(text.replace(/^[^:]{0,6}:/u, '').replace(/^\((.*)\)$/u, '$1'));
  const parts = [
    ...text.matchAll(/(?=(?:19|20)\d{2}|[一二][\doOΟОо〇零○◯一二三四五六七八九]{3}年)/gu),
  ].flatMap(({ index }) => readDate(text.slice(index))?.readings ?? []);
  return [...(whole?.readings ?? []), ...parts];
}
