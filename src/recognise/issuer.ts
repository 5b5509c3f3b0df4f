import { isAgency, isGovernment, isSameAgency } from '../reply/agency.ts';
import { foldText } from '../normalise/folded-text.ts';
import { fieldsNamed, type HeaderField } from './header-field.ts';
import type { Header } from './header.ts';
import { drop, settle, tell, type Candidate, type Ledger } from './ledger.ts';

/** A name of the issuer that stands in the title or the signature. */
export interface StatedIssuer {
  /** Without spaces, in simplified script. */
  name: string;
  from: '标题' | '署名';
}

/**
 * 发文机关, in the fullest form stated. The header's agency counts when the signature or the title
 * names the same one or names none; a page often shows the government that runs it instead. The origin
 * (来源) of a page counts only where nothing else is stated.
 *
 * @param stated From the signature and the title, the first being the surer.
 * @returns The stated name that is the issuer, where the header's is not taken.
 */
export function settleIssuer(
  ledger: Ledger,
  head: Header,
  stated: readonly StatedIssuer[],
): StatedIssuer | undefined {
  const labelled = agenciesIn(ledger, fieldsNamed(head, 'issuer'));
  const origins = agenciesIn(ledger, fieldsNamed(head, 'origin'));
  const fullest = fullestOf(stated);
  const own = [...labelled, ...head.agencies];
  const agreeing = own.filter(({ says }) => !fullest || isSameAgency(says, fullest.name));
  const fuller = agreeing.filter(({ says }) => says.length >= (fullest?.name.length ?? 0));
  const origin =
    !fullest && own.length === 0 ? origins.filter(({ says }) => !isGovernment(says) && !isMedia(says)) : [];
  const candidates = new Set([...fuller, ...origin]);
  dropAll(
    ledger,
    [...own, ...origins].filter((one) => !candidates.has(one)),
  );
  if (candidates.size > 0) {
    const longest = [...candidates].reduce((most, { says }) => Math.max(most, says.length), 0);
    const best = [...candidates].filter(({ says }) => says.length === longest);
    dropAll(
      ledger,
      [...candidates].filter(({ says }) => says.length !== longest),
    );
    return settle(ledger, 'issuer', '发文机关', best) ? undefined : fullest;
  }
  const [other] = own.filter(({ says }) => fullest && !isSameAgency(says, fullest.name));
  if (other && fullest)
    tell(
      ledger,
      'info',
      'other-issuer',
      other.range.at,
      `信息表的发文机关“${other.says}”与${fullest.from}“${fullest.name}”不同，按${fullest.from}取用。`,
    );
  return fullest;
}

/** The fullest name among those that can be one agency with the first. */
function fullestOf(stated: readonly StatedIssuer[]): StatedIssuer | undefined {
  const [first] = stated;
  return (
    first &&
    stated
      .filter(({ name }) => isSameAgency(name, first.name))
      .reduce((best, one) => (one.name.length > best.name.length ? one : best), first)
  );
}

function agenciesIn(ledger: Ledger, cells: readonly HeaderField[]): Candidate[] {
  return cells.flatMap(({ value, name }) => {
    if (!value) return [];
    const says = foldText(ledger.decoded, value).text;
    if (isAgency(says))
      return [{ range: value, use: 'plain' as const, says, from: '信息表', sure: name === 'issuer' }];
    drop(ledger, value, 'no-field');
    return [];
  });
}

function dropAll(ledger: Ledger, candidates: readonly Candidate[]): void {
  for (const { range } of candidates) drop(ledger, range, 'no-field');
}

/** A news outlet or platform that reposts. */
function isMedia(name: string): boolean {
  return /网|报社|日报|晚报|新华社|电视台|融媒体|传媒|广播|杂志|公众号|客户端/u.test(name);
}
