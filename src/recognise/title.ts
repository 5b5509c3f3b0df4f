import { isAgency, isGovernment, isSameAgency } from '../reply/agency.ts';
import { foldText, type TextRange } from '../normalise/folded-text.ts';
import type { FieldValue } from './field-value.ts';
import type { Header } from './header.ts';
import { fieldsNamed } from './header-field.ts';
import type { Line } from './lines.ts';
import { drop, recognised, report, type Account, type Recognised } from './recognised.ts';
import { findMention, findTitles, titleIn, type TitleCandidate } from './title-candidates.ts';

/** The letter's title and the value of its field. */
export interface SettledTitle extends TitleCandidate {
  value: FieldValue;
}

/**
 * Settles the title: the best of the lines above the letter and the labelled values, else what a
 * reposting page calls the original title, else a mention of the letter in running text.
 *
 * @param above The lines above the letter.
 * @param original From the footer of a reposting page.
 * @param signer The first agency of the signature.
 */
export function settleTitle(
  decoded: string,
  above: readonly Line[],
  header: Header,
  original: TitleCandidate | undefined,
  signer: string | undefined,
): Recognised<SettledTitle | undefined> {
  const labelled = fieldsNamed(header, 'title').flatMap(({ value }) => value ?? []);
  const values = [...labelled, ...header.unlabelled];
  const candidates = [
    ...values.flatMap((range) => titleIn(decoded, range) ?? []),
    ...findTitles(decoded, above, (index) => !header.taken.has(index)),
  ].filter((one) => !isUnderSiteName(one, above, signer));
  const best = bestTitle(candidates) ?? original ?? findMention(decoded, above);
  const others = [
    ...labelled.filter(({ at }) => at !== best?.at),
    ...candidates.filter(
      ({ at, end, lines }) => best && lines.length > 0 && (end <= best.at || at >= best.end),
    ),
  ];
  const dropped = others.map((range) =>
    drop(foldText(decoded, range).text === best?.folded.text ? 'repeated' : 'no-field', range),
  );
  if (!best) return recognised(undefined, dropped);
  const isMention = best.lines.length === 0 && !values.some(({ at }) => at === best.at);
  const from = isMention ? '转载说明' : '标题';
  const range = { at: best.at, end: best.end };
  const value = { field: 'title', range, use: 'title', from, sure: !isMention } as const;
  return recognised({ ...best, value }, [...dropped, ...(isMention ? [reportMention(best)] : [])]);
}

function reportMention({ at }: TextRange): Account {
  return report('mentioned-title', at, '原件没有单独的标题行，标题取自转载说明，请核对。');
}

/**
 * The title that states most; among equals the one with its agency, then the first on the page, where labelled
 * values come before lines.
 */
function bestTitle(candidates: readonly TitleCandidate[]): TitleCandidate | undefined {
  const rank = ({ read, lines, folded }: TitleCandidate) =>
    read.fullness * 100 +
    (read.reference.meeting?.session === undefined ? 0 : 20) +
    (read.issuer?.index === 0 || namesAgencies(folded.text) ? 10 : 0) +
    (/第.{1,10}号/u.test(folded.text) ? 2 : 0) -
    (lines.length > 1 ? 1 : 0);
  return [...candidates].sort((a, b) => rank(b) - rank(a))[0];
}

/** Whether a title begins with several agencies before 关于 or 对. */
function namesAgencies(title: string): boolean {
  const names = /^(?<names>.{3,80}?)(?:关于|对)/u.exec(title)?.groups?.names?.split('、') ?? [];
  return names.length > 1 && names.every(isAgency);
}

/** Whether a title begins with the name of the site's government though another agency signed the letter. */
function isUnderSiteName(
  { lines }: TitleCandidate,
  above: readonly Line[],
  signer: string | undefined,
): boolean {
  const head = above[lines[0] ?? -1]?.tight.text ?? '';
  if (lines.length < 2 || signer === undefined || !isAgency(head)) return false;
  return isGovernment(head) && !isGovernment(signer) && !isSameAgency(head, signer);
}
