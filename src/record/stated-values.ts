import { readDate } from '../reply/calendar-date.ts';
import { readDamagedDate } from '../reply/damaged-date.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { findMeetings } from '../reply/meeting.ts';
import { foldText } from '../normalise/folded-text.ts';

/** A value of the frontmatter, without white space. */
export interface StatedValue {
  /** Path in the frontmatter, such as `proposal.number`. */
  field: string;
  text: string;
  place: Place;
}

/** Where a value may come from. */
type Place =
  /** The page around the letter, and nowhere else: an index number is no part of a letter. */
  | 'header'
  /** The page or the letter: a document number may be in either. */
  | 'anywhere'
  /** A form above the letter, as a row that holds nothing but values, or the letter. */
  | 'form'
  /** The title or the body, which still have it: it accounts for no text of the page. */
  | 'letter';

/** The values of a letter's frontmatter that its original accounts for: all but `source` and what editors add. */
export function statedValues(frontmatter: Partial<Frontmatter>): StatedValue[] {
  const { title, indexNumber, documentNumber, issuer, categories = [], issuedOn, publishedOn } = frontmatter;
  const { proposal, recipients = [], role, outcome, disclosure, signatories = [] } = frontmatter;
  const stated = (place: Place, values: Record<string, readonly (string | undefined)[]>): StatedValue[] =>
    Object.entries(values).flatMap(([field, texts]) =>
      texts.flatMap((text) =>
        text === undefined ? [] : [{ field, place, text: text.replace(/\s+/gu, '') }],
      ),
    );
  return [
    ...stated('header', {
      title: [title],
      indexNumber: [indexNumber],
      categories,
      publishedOn: [publishedOn],
      disclosure: [disclosure],
    }),
    ...stated('anywhere', {
      documentNumber: [documentNumber],
      issuer: [issuer],
      issuedOn: [issuedOn],
      outcome: [outcome],
      role: [role],
    }),
    ...stated('form', {
      'proposal.number': [proposal?.number],
      'proposal.kind': [proposal?.kind],
      'proposal.title': [proposal?.title],
    }),
    ...stated('letter', {
      recipients,
      signatories,
      'proposal.assembly': [proposal?.assembly],
      'proposal.scope': [proposal?.scope],
      'proposal.term': [proposal?.term?.toString()],
      'proposal.session': [proposal?.session?.toString()],
    }),
  ];
}

/** Of the values that no line of the page accounts for, those that are in neither the title nor the body. */
export function statedElsewhere(
  values: readonly StatedValue[],
  title: string,
  blocks: readonly string[],
): StatedValue[] {
  const texts = [title, ...blocks];
  const folded = texts.map((text) => foldText(text, { at: 0, end: text.length }).text);
  // A date or a name may be broken over two lines of the signature.
  const pairsOf = (parts: readonly string[]) =>
    parts.slice(2).map((part, index) => `${parts[index + 1] ?? ''}${part}`);
  const pairs = [...pairsOf(folded), ...pairsOf(texts)];
  const all = new Set([...texts, ...folded, ...pairs]);
  const meetings = folded.flatMap((text) => findMeetings(text));
  return values.filter(({ field, text, place }) => {
    if (place === 'header') return true;
    switch (field) {
      case 'issuedOn':
        return ![...blocks, ...folded.slice(1), ...pairs].some((one) => datesIn(one).includes(text));
      case 'proposal.term':
        return !meetings.some(({ term }) => String(term) === text);
      case 'proposal.session':
        return !meetings.some(({ session }) => String(session) === text);
      case 'proposal.assembly':
        return !folded.some(
          (one) =>
            one.includes(text) ||
            (text === '人大' && one.includes('人民代表大会')) ||
            one.includes('政治协商会议'),
        );
      case 'proposal.kind':
        return !folded.some((one) => one.includes(text) || (text === '议案' && one.includes('议事原案')));
      case 'role':
        return !folded.some((one) => one.includes(text.charAt(0)));
      case 'proposal.number':
        return ![...all].some((one) => isWholeIn(text, one));
      default:
        return !all.has(text) && ![...all].some((one) => one.includes(text));
    }
  });
}

/** Whether a number is somewhere in a text with no more digits or letters around it. */
function isWholeIn(number: string, text: string): boolean {
  for (let at = text.indexOf(number); at !== -1; at = text.indexOf(number, at + 1))
    if (!/[\dA-Za-z]/.test(text.charAt(at - 1) + text.charAt(at + number.length))) return true;
  return false;
}

/** Every day that can be read anywhere in a text. */
function datesIn(text: string): string[] {
  const whole = readDamagedDate(text.replace(/^[^:]{0,6}:/u, '').replace(/^\((.*)\)$/u, '$1'));
  const parts = [
    ...text.matchAll(/(?=(?:19|20)\d{2}|[一二][\doOΟОо〇零○◯一二三四五六七八九]{3}年)/gu),
  ].flatMap(({ index }) => readDate(text.slice(index))?.readings ?? []);
  return [...(whole?.readings ?? []), ...parts];
}
