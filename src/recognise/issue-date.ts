import { fieldsNamed } from './header-field.ts';
import { dateCandidates, dispatchedOf } from './header-fields.ts';
import type { Header } from './header.ts';
import { drop, settle, tell, type Ledger } from './ledger.ts';
import type { Signature } from './signature.ts';

/**
 * 成文日期: of the header block and of the signature. They must agree; a dispatch date (发文日期) yields to
 * the signature's. A damaged date counts when exactly one day can be read and nothing contradicts it.
 *
 * @returns The signature's day where it is the source: it stands in the body.
 */
export function settleIssuedOn(
  ledger: Ledger,
  head: Header,
  signature: Signature | undefined,
  lineAt: (line: number) => number,
): string | undefined {
  const stated = dateCandidates(ledger, fieldsNamed(head, 'issuedOn'));
  const dispatched = dateCandidates(ledger, dispatchedOf(ledger, head).dated);
  const signed = signature?.date;
  const readings = signed?.reading.readings ?? [];
  const [day] = readings;
  const candidates = stated.length > 0 ? stated : dispatched;
  for (const { range } of stated.length > 0 ? dispatched : []) drop(ledger, range, 'no-field');
  if (!signed || day === undefined) {
    if (signed && candidates.length === 0)
      tell(
        ledger,
        'warning',
        'eaten-date',
        lineAt(signed.line),
        `落款日期“${signed.span.text}”不完整，成文日期未填。请核对原件后填写。`,
      );
    settle(ledger, 'issuedOn', '成文日期', candidates);
    return undefined;
  }
  const at = lineAt(signed.line);
  const agrees = candidates.every(({ says }) => readings.includes(says));
  if (candidates.length > 0 && agrees) {
    settle(ledger, 'issuedOn', '成文日期', candidates);
    return undefined;
  }
  for (const { range } of candidates) drop(ledger, range, 'no-field');
  if (readings.length > 1) {
    tell(
      ledger,
      'warning',
      'eaten-date',
      at,
      `落款日期“${signed.span.text}”残缺，可读作${readings.join('或')}，未采用。请核对原件后填写。`,
    );
    return undefined;
  }
  if (!agrees && (signed.reading.damaged || stated.length > 0)) {
    const others = candidates.map(({ says }) => says).join('、');
    tell(
      ledger,
      'warning',
      'contradiction',
      at,
      `落款日期“${signed.span.text}”与信息表的日期（${others}）不一致，成文日期未采用。请核对原件后填写。`,
    );
    return undefined;
  }
  if (signed.reading.damaged)
    tell(
      ledger,
      'warning',
      'eaten-date',
      at,
      `落款日期“${signed.span.text}”缺字或有误认，按唯一可能的读法取${day}，请核对原件。`,
    );
  return day;
}
