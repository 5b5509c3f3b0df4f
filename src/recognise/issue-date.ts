import { rangesOf, settle, type Candidate, type FieldValue } from './field-value.ts';
import type { Header } from './header.ts';
import { fieldsNamed } from './header-field.ts';
import { dateCandidates, splitDispatchDates } from './header-fields.ts';
import { drop, recognised, report, type Account, type Recognised } from './recognised.ts';
import type { Signature } from './signature.ts';

type SignedDate = NonNullable<Signature['date']>;

/** 成文日期, from the header or from the signature. */
export interface IssueDate {
  value?: FieldValue;
  /** The signature's day where that is the source: it remains in the body. */
  signedOn?: string;
}

/**
 * 成文日期 of the header block and of the signature. They must agree, except that a dispatch date (发文日期)
 * yields to the signature. A damaged date counts when exactly one day can be read and nothing
 * contradicts it.
 */
export function settleIssuedOn(
  decoded: string,
  header: Header,
  signed: SignedDate | undefined,
): Recognised<IssueDate> {
  const stated = dateCandidates(decoded, 'issuedOn', fieldsNamed(header, 'issuedOn'));
  const dispatched = dateCandidates(decoded, 'issuedOn', splitDispatchDates(decoded, header).dated);
  const isStated = stated.value.length > 0;
  const candidates = isStated ? stated.value : dispatched.value;
  const unused = isStated ? dispatched.value : [];
  const settled = settleWithSignature(candidates, signed, isStated);
  return recognised(settled.value, [stated, dispatched, drop('no-field', ...rangesOf(unused)), settled]);
}

function settleWithSignature(
  candidates: readonly Candidate[],
  signed: SignedDate | undefined,
  isStated: boolean,
): Recognised<IssueDate> {
  const readings = signed?.reading.readings ?? [];
  const [day] = readings;
  if (!signed || day === undefined) {
    const { value, ...account } = settle('成文日期', candidates);
    const illegible = signed && candidates.length === 0 ? [reportIllegible(signed)] : [];
    return recognised({ ...(value && { value }) }, [...illegible, account]);
  }
  const agrees = candidates.every(({ canonical }) => readings.includes(canonical));
  if (candidates.length > 0 && agrees) {
    const { value, ...account } = settle('成文日期', candidates);
    return recognised({ ...(value && { value }) }, [account]);
  }
  const unused = drop('no-field', ...rangesOf(candidates));
  if (readings.length > 1) return recognised({}, [unused, reportAmbiguous(signed)]);
  if (!agrees && (signed.reading.damaged || isStated))
    return recognised({}, [unused, reportContradiction(signed, candidates)]);
  const damaged = signed.reading.damaged ? [reportDamaged(signed, day)] : [];
  return recognised({ signedOn: day }, [unused, ...damaged]);
}

function reportIllegible({ text, at }: SignedDate): Account {
  const advice = `落款日期“${text}”不完整，成文日期未填。请核对原件后填写。`;
  return report('eaten-date', at, advice);
}

function reportAmbiguous({ text, reading, at }: SignedDate): Account {
  const advice = `落款日期“${text}”残缺，可读作${reading.readings.join('或')}，未采用。请核对原件后填写。`;
  return report('eaten-date', at, advice);
}

function reportContradiction({ text, at }: SignedDate, candidates: readonly Candidate[]): Account {
  const others = candidates.map(({ canonical }) => canonical).join('、');
  const advice = `落款日期“${text}”与信息表的日期（${others}）不一致，成文日期未采用。请核对原件后填写。`;
  return report('contradiction', at, advice);
}

function reportDamaged({ text, at }: SignedDate, day: string): Account {
  const advice = `落款日期“${text}”缺字或有误认，按唯一可能的读法取${day}，请核对原件。`;
  return report('eaten-date', at, advice);
}
