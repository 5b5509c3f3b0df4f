import { isPerson, honour, office, readRecipients } from './recipients.ts';
import type { Span } from './span.ts';

/** The addressees at the head of a letter (主送). */
export interface Salutation {
  recipients: Span[];
  /** Whether people are addressed (代表, 委员) or a body. */
  to: '代表' | '委员' | 'body';
  /** How many characters it takes, with its colon. */
  length: number;
  /** Whether somebody is addressed whose name the text does not make clear. */
  unclear?: true;
}

const greeting = '(?:们)?(?:,?[您你]们?好)?';
const person = '(?:\\p{Script=Han}{2,4}|\\p{Script=Han}{1,8}(?:·\\p{Script=Han}{1,10})+)';
const placeholder = '(?:[xX×某*]{1,4}|各位)';
const one = `${honour}(?:${person}|${placeholder})(?:\\([^()]{1,12}\\))?${office}?`;
const count = '(?:等?(?:[\\d×xX]{1,3}|[一二两三四五六七八九十]{1,3})(?:位|名|人|个)|等)?';
const people = new RegExp(
  `^${honour}(?:人大代表|政协委员)?(?<names>${one}(?:[、,和及]${one})*?)、?(?:\\(等?[^()]{1,6}\\))?${count}${honour}${office}?${count}${greeting}(?::|,|!|$)`,
  'u',
);
const listed = /^(?<names>[^:。;!]{3,200}):$/u;
const placed = new RegExp(
  `^(?<names>[^:。;!]{0,200}?)(?:${office}|(?<=\\p{Script=Han}代表|\\p{Script=Han}委员|同志)\\([^()]{1,6}\\))${count}${greeting}(?:[:;!。]|,?$)`,
  'u',
);

/** No list of names is longer; the rest of a long line is not looked at. */
const longest = 600;

/**
 * Reads the salutation at the start of `text`: X代表: · X、Y委员: · X等7位代表: · 尊敬的… · an agency with a
 * colon · bodies and people in one list.
 *
 * @param text Without spaces, in simplified script, punctuation folded to ASCII.
 */
export function readSalutation(text: string): Salutation | undefined {
  const start = text.slice(0, longest);
  const match = people.exec(start);
  if (match && new RegExp(office, 'u').test(match[0])) {
    const names = match.groups?.names ?? '';
    const recipients = readRecipients(names)?.map(({ index, ...rest }) => ({
      ...rest,
      index: index + match[0].indexOf(names),
    }));
    if (recipients?.every(({ kind, text: name }) => kind === 'person' && isPerson(name)))
      return { recipients: recipients.map(spanOf), to: memberIn(match[0]), length: match[0].length };
  }
  const names = listed.exec(start)?.groups?.names;
  const recipients = names === undefined ? undefined : readRecipients(names);
  if (names === undefined || !recipients?.some(({ kind }) => kind === 'body')) return undefined;
  // A person beside a body has an office: 民革云溪市委、陈望舒委员.
  const persons = recipients.some(({ kind }) => kind === 'person');
  if (persons && !new RegExp(`${office}(?:[、,和及并与]|$)`, 'u').test(names)) return undefined;
  return { recipients: recipients.map(spanOf), to: persons ? memberIn(names) : 'body', length: text.length };
}

/**
 * Reads a line as a salutation by its place, right above the opening of a letter: whatever ends in
 * 代表, 委员 or 同志, names of any length. Reports unclear names as such.
 *
 * @param text As for {@link readSalutation}.
 */
export function readSalutationByPlace(text: string): Salutation | undefined {
  const match = placed.exec(text.slice(0, longest));
  if (!match || /^(?:关于|来源|第)/u.test(text)) return undefined;
  const names = /^.*(?=代表|委员|同志|先生|女士|常委)/u.exec(match[0])?.[0] ?? '';
  const recipients = readRecipients(names.replace(/(?:人大|政协)$/u, ''));
  const to = memberIn(match[0]);
  if (!recipients || names === '') return { recipients: [], to, length: match[0].length, unclear: true };
  return { recipients: recipients.map(spanOf), to, length: match[0].length };
}

function memberIn(text: string): '代表' | '委员' {
  return /委员(?!会)|常委/u.test(text) ? '委员' : '代表';
}

function spanOf({ index, length, text }: Span): Span {
  return { index, length, text };
}
