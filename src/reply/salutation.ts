import { isAddressedBody } from './agency.ts';
import type { Span } from './span.ts';

/** The addressees at the head of a letter (主送). */
export interface Salutation {
  recipients: Span[];
  /** Whether people are addressed (代表, 委员) or a body. */
  to: '代表' | '委员' | 'body';
  /** How many characters it takes, with its colon. */
  length: number;
}

const title = '(?:人大代表|政协委员|政协常委|代表|委员|同志|先生|女士|常委)';
const honour = '(?:尊敬的|敬爱的)?';
const person = '(?:\\p{Script=Han}{2,4}|\\p{Script=Han}{1,8}(?:·\\p{Script=Han}{1,10})+)';
const placeholder = '(?:[xX×某*]{1,4}|各位)';
const one = `${honour}(?:${person}|${placeholder})(?:\\([^()]{1,12}\\))?${title}?`;
const count = '(?:等?(?:[\\d×xX]{1,3}|[一二两三四五六七八九十]{1,3})(?:位|名|人|个)|等)?';
const people = new RegExp(
  `^${honour}(?:人大代表|政协委员)?(?<names>${one}(?:[、,和及]${one})*?)、?(?:\\(等?[^()]{1,6}\\))?${count}${honour}${title}?${count}(?:们)?(?:,?[您你]们?好)?(?::|,|!|$)`,
  'u',
);
const noName =
  /建议|提案|议案|意见|名单|风采|办理|活动|工作|联络|小组|履职|专题|之家|人大|政协|全国|代表|委员|答复|我们|同志|主题|来源|时间|日期|附件/u;
const body = /^(?<name>[^:,。]{3,60}):$/u;

/** No list of names is longer; the rest of a long line is not looked at. */
const longest = 600;

/**
 * Reads the salutation at the start of `text`: X代表: · X、Y委员: · X等7位代表: · 尊敬的… · an agency with a colon.
 *
 * @param text Without spaces, in simplified script, punctuation folded to ASCII.
 */
export function readSalutation(text: string): Salutation | undefined {
  const match = people.exec(text.slice(0, longest));
  if (match && new RegExp(title, 'u').test(match[0])) {
    const names = match.groups?.names ?? '';
    const recipients = peopleIn(names, match[0].indexOf(names));
    const to = match[0].includes('委员') || match[0].includes('常委') ? '委员' : '代表';
    if (recipients.every((name) => name.length >= 2 && !noName.test(name.text)))
      return { recipients, to, length: match[0].length };
  }
  const named = body.exec(text.slice(0, longest))?.groups?.name;
  if (named === undefined) return undefined;
  const bare = named.replace(/^(?:尊敬的|敬爱的)/u, '');
  const parts = bare.split('、');
  if (!parts.every(isAddressedBody) && !isAddressedBody(bare)) return undefined;
  const recipients = spans(parts, named.length - bare.length);
  return { recipients, to: 'body', length: text.length };
}

/** The names in a list, each without honorific, office and remarks; placeholders such as ×× left out. */
function peopleIn(names: string, offset: number): Span[] {
  return [...names.matchAll(/[^、,]+/gu)].flatMap((part) => {
    const lead = /^(?:尊敬的|敬爱的)/u.exec(part[0])?.[0].length ?? 0;
    const text = part[0]
      .slice(lead)
      .replace(/\([^()]*\)/gu, '')
      .replace(new RegExp(`等?${title}{1,2}$`, 'u'), '')
      .replace(/等$/u, '');
    return text === '' || /[xX×某*]|^各位$/u.test(text)
      ? []
      : [{ index: offset + part.index + lead, length: text.length, text }];
  });
}

function spans(parts: string[], offset: number): Span[] {
  let index = offset;
  return parts.map((text) => {
    const span = { index, length: text.length, text };
    index += text.length + 1;
    return span;
  });
}
