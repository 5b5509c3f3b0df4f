import { numeralPattern, readNumeral } from './numeral.ts';
import type { Span } from './span.ts';

/** A session of an assembly as a letter names it: 省政协十二届二次会议. */
export interface Meeting {
  /** Range of the session in the text, from its scope or assembly to 会议. */
  index: number;
  length: number;
  assembly?: '人大' | '政协';
  /** The place or level as written. */
  scope?: Span;
  term: number;
  /** Absent where its numeral was eaten, and for a meeting of the standing committee. */
  session?: number;
  /** A meeting of the standing committee (常委会) or of its chairs, which is not a session of the assembly. */
  standing?: true;
}

const assemblyWord = '中国人民政治协商会议|人民政治协商会议|政治协商会议|政协|人民代表大会|人大';
/** 人大常委会, 政协工委: the assembly's standing body, named where the assembly is meant. */
const standing = '(?:常委会|常务委员会|工委|工作委员会)?';
const core = new RegExp(
  `第?(?<term>${numeralPattern})届(?<middle>[^届次,。;:、《》“”"第?!]{0,30}?)(?:第?(?<session>${numeralPattern})?次(?<after>政协|人大)?|(?<alone>(?=(?:代表|委员)*第?[A-Z]?\\d+号)))(?:全体)?(?:会议|大会|全会)?`,
  'gu',
);
const level =
  /^(?:全国|省|自治区|市|州|盟|地区|县|区|旗|镇|乡|自治州|自治县|兵团|师市?)$|^\p{Script=Han}{1,14}(?:省|自治区|市|州|盟|地区|县|区|旗|镇|乡|街道|兵团|师)$/u;
const boundary =
  /^.*(?:关于(?:对|答复|回复|办理|就|印发)?|办理|[对在您你们的]|答复|回复|[^\p{Script=Han}])/su;

/** A mark of lost characters before a place, whose name may then be the rest of one: …?zhèn)康县. */
const torn = /(?:\?|\uFFFD)(?:[a-zü\u00E0-\u01DC]{1,6}\))?$/u;

/**
 * Finds the sessions that `text` names. The anchor is 届…次; the assembly and its place come before
 * it (省政协十二届二次会议), inside it (十四届全国人大一次会议) or both (政协第五届隆阳区委员会…).
 *
 * @param text Without spaces, in simplified script, punctuation folded to ASCII.
 */
export function findMeetings(text: string): Meeting[] {
  return [...text.matchAll(core)].flatMap((match) => {
    const term = readNumeral(match.groups?.term ?? '');
    const session = readNumeral(match.groups?.session ?? '');
    if (term === undefined || term === 0) return [];
    const start = match.index;
    const middle = match.groups?.middle ?? '';
    const after = match.groups?.after;
    const from = Math.max(0, start - reach);
    const before = text.slice(from, start);
    const named = shifted(
      from,
      nameInside(before, match[0], middle) ??
        nameBefore(before, middle, before.length + match[0].indexOf(middle)) ??
        (after ? nameAfter(before, after) : undefined),
    );
    // 九届第157号: without its session only an assembly makes 届 a term of one.
    if (match.groups?.alone !== undefined && !named) return [];
    const isStanding = ofStandingBody.test(middle);
    const index = Math.min(start, named?.index ?? start);
    return [
      {
        index,
        length: start + match[0].length - index,
        term,
        ...(named?.assembly && { assembly: named.assembly }),
        ...(named?.scope && { scope: named.scope }),
        ...(isStanding ? { standing: true } : session !== undefined && { session }),
      },
    ];
  });
}

/** 十四届全国人大常委会第二十次会议 */
const ofStandingBody = /常委会|常务委员会|主席会议|主任会议|主席团/u;

/** The assembly and its place take fewer characters than this before 届. */
const reach = 200;

interface Name {
  index: number;
  assembly: '人大' | '政协';
  scope?: Span | undefined;
}

/** A name found in the text from `from` on, with its offsets in the whole text. */
function shifted(from: number, name: Name | undefined): Name | undefined {
  if (!name) return undefined;
  const { index, assembly, scope } = name;
  return { index: from + index, assembly, scope: scope && { ...scope, index: from + scope.index } };
}

/** 十四届全国人大一次会议, 第八届人民代表大会第五次会议: the assembly follows 届. */
function nameInside(before: string, whole: string, middle: string): Name | undefined {
  const word = new RegExp(`^(.*?)(${assemblyWord})`, 'u').exec(middle);
  if (!word) return undefined;
  const [, inner = '', assembly = ''] = word;
  const start = before.length;
  const scope = isPlace(inner)
    ? { index: start + whole.indexOf(middle), length: inner.length, text: inner }
    : placeBefore(before);
  return { index: Math.min(start, scope?.index ?? start), assembly: shorten(assembly), scope };
}

/** 省政协十二届, 政协隆阳区第五届, 县十六届人大: the assembly precedes the term. */
function nameBefore(before: string, middle: string, middleAt: number): Name | undefined {
  const word = new RegExp(
    `^(.*)(${assemblyWord})${standing}(?:会议|大会)?(\\p{Script=Han}{0,14})$`,
    'su',
  ).exec(before);
  // 第N届委员会第N次会议 is the CPPCC's wording; spam may have replaced its place name.
  if (!word && middle === '委员会' && /政协[^。,;:]{0,60}$/u.test(before))
    return { index: before.lastIndexOf('政协'), assembly: '政协' };
  if (!word) return undefined;
  const [, head = '', assembly = '', tail = ''] = word;
  const inner = middle.replace(/委员会$/u, '');
  // 政协云溪市委员会十二届, 市政协委员会十二届
  const after = tail.replace(/委员会$/u, '');
  const scope =
    after !== '' && isPlace(after)
      ? { index: before.length - tail.length, length: after.length, text: after }
      : inner !== middle && isPlace(inner)
        ? { index: middleAt, length: inner.length, text: inner }
        : after === ''
          ? placeBefore(head)
          : undefined;
  if (after !== '' && !scope && middle !== '委员会') return undefined;
  const at = longestWordStart(head, assembly);
  return { index: Math.min(at, scope?.index ?? at), assembly: shorten(assembly), scope };
}

/** 县十届二次政协会议: the assembly follows the session. */
function nameAfter(before: string, assembly: string): Name {
  const scope = placeBefore(before);
  return { index: scope?.index ?? before.length, assembly: shorten(assembly), scope };
}

/** 中国人民 may have been left in the head by the greedy match. */
function longestWordStart(head: string, assembly: string): number {
  return head.length - (assembly === '政治协商会议' ? (/(?:中国)?人民$/u.exec(head)?.[0].length ?? 0) : 0);
}

/** The place or level at the end of `before`, read leftwards to the nearest boundary. */
export function placeBefore(before: string): Span | undefined {
  const bare = before.replace(/(?:中国)?人民$/u, '');
  const cut = boundary.exec(bare)?.[0].length ?? 0;
  let place = bare.slice(cut);
  // An agency's own name before the place (省水利厅省政协…) and 我 of 我市 are not part of it.
  place = place
    .replace(/^.*(?:局|厅|委员会|办公室|法院|检察院)/su, '')
    .replace(/^(?:年度?|现将|我|本(?!溪)|该|[向于就](?=(?:全国|自治区|[省市县区州镇乡])$))/u, '');
  return isPlace(place) && !torn.test(bare.slice(0, bare.length - place.length))
    ? { index: bare.length - place.length, length: place.length, text: place }
    : undefined;
}

/** Whether `text` is a level (省, 县) or the name of a place with its level at the end. */
export function isPlace(text: string): boolean {
  return level.test(text);
}

function shorten(word: string): '人大' | '政协' {
  return word.includes('协') ? '政协' : '人大';
}
