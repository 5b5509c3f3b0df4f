import { isAgency } from '../reply/agency.ts';
import { wholePlace } from '../reply/agency-place.ts';
import { readDate } from '../reply/calendar-date.ts';
import { findDocumentNumber } from '../reply/document-number.ts';
import { fitsIndexNumber } from '../reply/index-number.ts';
import { readOutcome } from '../reply/outcome.ts';
import { isProposalTitle, readFormNumber } from '../reply/proposal-form.ts';
import { readReplyTitle } from '../reply/reply-title.ts';
import type { HeaderFieldName } from './labels.ts';

/**
 * Whether a text fits the grammar of a field.
 *
 * @param text Without spaces, punctuation folded to ASCII.
 */
export function fitsField(field: HeaderFieldName, text: string): boolean {
  switch (field) {
    case 'indexNumber':
      return fitsIndexNumber(text);
    case 'documentNumber':
      return findDocumentNumber(text)?.index === 0;
    case 'issuedOn':
    case 'dispatchedOn':
    case 'publishedOn':
    case 'bylineDate':
      return readDate(text) !== undefined;
    case 'issuer':
    case 'origin':
      return isAgency(text);
    case 'title':
    case 'originalTitle':
      return readReplyTitle(text) !== undefined;
    case 'class':
    case 'outcome':
      return readOutcome(text) !== undefined;
    case 'disclosure':
      return /^(?:主动公开|依申请公开|不予公开)$/u.test(text);
    case 'proposalNumber':
      return readFormNumber(text) !== undefined;
    case 'proposalTitle':
      return isProposalTitle(text);
    case 'categories':
      return /^[\p{Script=Han};,、/()]{2,40}$/u.test(text);
    case 'place':
      return wholePlace(text) !== undefined;
    case 'none':
      return false;
  }
}
