import { isAgency, isGovernment, isSameAgency } from '../reply/agency.ts';
import { foldText } from '../normalise/folded-text.ts';
import { rangesOf, settle, type Candidate, type FieldValue } from './field-value.ts';
import { candidatesOf, type Header } from './header.ts';
import { fieldsNamed, type HeaderField } from './header-field.ts';
import { combine, drop, recognised, report, type Account, type Recognised } from './recognised.ts';

/** A name of the issuer in the title or the signature. */
export interface StatedIssuer {
  /** Without spaces, in simplified script. */
  name: string;
  from: '标题' | '署名';
}

/** 发文机关: a value of the header, or a name in title or signature, which remain where they are. */
export interface Issuer {
  value?: FieldValue;
  stated?: StatedIssuer;
}

/**
 * 发文机关, in the fullest form that is stated. An agency of the header counts when the signature or the
 * title names the same one or neither names any, for a page often shows the government that runs the site
 * instead. The origin (来源) of a page counts only where nothing else is stated.
 *
 * @param stated From the signature and the title, the more certain first.
 */
export function settleIssuer(
  decoded: string,
  header: Header,
  stated: readonly StatedIssuer[],
): Recognised<Issuer> {
  const labelled = agenciesIn(decoded, fieldsNamed(header, 'issuer'));
  const origins = agenciesIn(decoded, fieldsNamed(header, 'origin'));
  const fullest = fullestOf(stated);
  const own = [...labelled.value, ...candidatesOf(header, 'issuer')];
  const candidates = [
    ...own.filter(({ canonical }) => !fullest || isAsFull(canonical, fullest.name)),
    ...(fullest || own.length > 0 ? [] : origins.value.filter(({ canonical }) => isIssuer(canonical))),
  ];
  const taken = new Set(candidates);
  const others = [...own, ...origins.value].filter((one) => !taken.has(one));
  const steps = [labelled, origins, drop('no-field', ...rangesOf(others))];
  if (candidates.length > 0) {
    const longest = candidates.reduce((most, { canonical }) => Math.max(most, canonical.length), 0);
    const isLongest = ({ canonical }: Candidate) => canonical.length === longest;
    const shorter = candidates.filter((one) => !isLongest(one));
    const { value, ...account } = settle('发文机关', candidates.filter(isLongest));
    return recognised(value ? { value } : named(fullest), [
      ...steps,
      drop('no-field', ...rangesOf(shorter)),
      account,
    ]);
  }
  const other = fullest && own.find(({ canonical }) => !isSameAgency(canonical, fullest.name));
  return recognised(named(fullest), [...steps, ...(other ? [reportOther(other, fullest)] : [])]);
}

function named(stated: StatedIssuer | undefined): Issuer {
  return stated ? { stated } : {};
}

function reportOther({ canonical, range }: Candidate, { from, name }: StatedIssuer): Account {
  const text = `信息表的发文机关“${canonical}”与${from}“${name}”不同，按${from}取用。`;
  return report('other-issuer', range.at, text);
}

/** The fullest of the names that can be the same agency as the first. */
function fullestOf(stated: readonly StatedIssuer[]): StatedIssuer | undefined {
  const [first] = stated;
  return (
    first &&
    stated
      .filter(({ name }) => isSameAgency(name, first.name))
      .reduce((best, one) => (one.name.length > best.name.length ? one : best), first)
  );
}

function isAsFull(name: string, stated: string): boolean {
  return isSameAgency(name, stated) && name.length >= stated.length;
}

function agenciesIn(decoded: string, fields: readonly HeaderField[]): Recognised<Candidate[]> {
  const found = combine(fields.map((field) => agencyIn(decoded, field)));
  return { ...found, value: found.value.filter((one) => one !== undefined) };
}

function agencyIn(decoded: string, { value, name }: HeaderField): Recognised<Candidate | undefined> {
  if (!value) return recognised(undefined);
  const canonical = foldText(decoded, value).text;
  if (!isAgency(canonical)) return recognised(undefined, [drop('no-field', value)]);
  const sure = name === 'issuer';
  return recognised({ field: 'issuer', range: value, use: 'plain', canonical, from: '信息表', sure });
}

/** Whether the origin of a page can be the issuer: not the government that runs the site, nor a news outlet. */
function isIssuer(name: string): boolean {
  return (
    !isGovernment(name) && !/网|报社|日报|晚报|新华社|电视台|融媒体|传媒|广播|杂志|公众号|客户端/u.test(name)
  );
}
