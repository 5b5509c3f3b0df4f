import { wholePlace } from '../reply/agency-place.ts';
import { readDate } from '../reply/calendar-date.ts';
import { findDocumentNumber, writeDocumentNumber } from '../reply/document-number.ts';
import { checkIndexNumber, fitsIndexNumber } from '../reply/index-number.ts';
import { isOutcomeSubclass, readOutcome, writeOutcome } from '../reply/outcome.ts';
import { foldText, type TextRange } from '../normalise/folded-text.ts';
import { rangesOf, settle, type Candidate, type FieldValue } from './field-value.ts';
import { candidatesOf, type Header } from './header.ts';
import { candidatesFrom, fieldsNamed, type HeaderField } from './header-field.ts';
import { combineAccounts, drop, recognised, report, type Account, type Recognised } from './recognised.ts';

/** 索引号, its check digits verified (GB 32100). */
export function settleIndexNumber(decoded: string, header: Header): Recognised<FieldValue | undefined> {
  const labelled = candidatesFrom(decoded, fieldsNamed(header, 'indexNumber'), {
    field: 'indexNumber',
    use: 'identifier',
    read: (text) => (fitsIndexNumber(text) ? { index: 0, length: text.length, canonical: text } : undefined),
  });
  const candidates = [...labelled.value, ...candidatesOf(header, 'indexNumber')].map((one) =>
    checkIndexNumber(one.canonical) === 'valid' ? { ...one, from: `${one.from}，校验码相符` } : one,
  );
  const settled = settle('索引号', candidates);
  return recognised(settled.value, [labelled, settled, reportCheckDigits(settled.value)]);
}

function reportCheckDigits(taken: Candidate | undefined): Account {
  if (!taken || checkIndexNumber(taken.canonical) !== 'invalid') return combineAccounts([]);
  const text = `索引号“${taken.canonical}”的校验码不符（GB 32100），请核对原件。`;
  return report('index-number-check', taken.range.at, text);
}

/** 发文字号, of the header block or on a line of its own. */
export function settleDocumentNumber(decoded: string, header: Header): Recognised<FieldValue | undefined> {
  const fields = fieldsNamed(header, 'documentNumber');
  const labelled = candidatesFrom(decoded, fields, {
    field: 'documentNumber',
    use: 'document-number',
    read: (text) => {
      const found = findDocumentNumber(text);
      return found && { index: found.index, length: found.length, canonical: writeDocumentNumber(found) };
    },
  });
  const damaged = labelled.value.length === 0 ? fields.flatMap((one) => reportDamaged(decoded, one)) : [];
  const settled = settle('发文字号', [...labelled.value, ...candidatesOf(header, 'documentNumber')]);
  return recognised(settled.value, [labelled, ...damaged, settled]);
}

function reportDamaged(decoded: string, { value }: HeaderField): Account[] {
  const written = value && decoded.slice(value.at, value.end);
  if (!value || written === undefined || /^[无—\-\s]*$/u.test(written)) return [];
  const text = `发文字号“${written}”不合格式，未采用。请核对原件后填写。`;
  return [report('damaged-document-number', value.at, text)];
}

/** 发布日期; the bare 日期 or 时间 of a byline counts only where no better label occurs. */
export function settlePublishedOn(decoded: string, header: Header): Recognised<FieldValue | undefined> {
  const labelled = dateCandidates(decoded, 'publishedOn', fieldsNamed(header, 'publishedOn'));
  const bylines = [...fieldsNamed(header, 'bylineDate'), ...splitDispatchDates(decoded, header).posted];
  const bare = dateCandidates(decoded, 'publishedOn', bylines);
  const unsure = bare.value.map((one) => ({ ...one, sure: false }));
  if (labelled.value.length === 0) {
    const settled = settle('发布日期', unsure);
    return recognised(settled.value, [labelled, bare, settled]);
  }
  const settled = settle('发布日期', labelled.value);
  return recognised(settled.value, [labelled, bare, settled, drop('no-field', ...rangesOf(unsure))]);
}

/** 发文日期: as a day it is the letter's date; with a time of day it is when the page was published. */
export function splitDispatchDates(
  decoded: string,
  header: Header,
): { dated: HeaderField[]; posted: HeaderField[] } {
  const fields = fieldsNamed(header, 'dispatchedOn');
  const isPosted = ({ value }: HeaderField) =>
    value !== undefined && /\d{1,2}:\d{2}/u.test(foldText(decoded, value, 'single').text);
  return { dated: fields.filter((one) => !isPosted(one)), posted: fields.filter(isPosted) };
}

/** Dates after labels. A damaged date gives no candidate. */
export function dateCandidates(
  decoded: string,
  field: 'issuedOn' | 'publishedOn',
  fields: readonly HeaderField[],
): Recognised<Candidate[]> {
  const read = (text: string) => {
    const reading = readDate(text);
    const [day] = reading?.readings ?? [];
    return reading && day !== undefined && reading.readings.length === 1
      ? { index: 0, length: reading.length, canonical: day }
      : undefined;
  };
  // A single space separates the day from the time after it.
  return candidatesFrom(decoded, fields, { field, use: 'date', spaces: 'single', read });
}

/** 分类. Values of 类别 and 分类 that are a class letter belong to 办理结果 instead. */
export function categoryValues(decoded: string, header: Header): FieldValue[] {
  const isCategory = ({ value }: HeaderField) => value && !isOutcome(decoded, value);
  return [...fieldsNamed(header, 'categories'), ...fieldsNamed(header, 'class')]
    .filter(isCategory)
    .flatMap(({ value }) =>
      value ? [{ field: 'categories', range: value, use: 'list', from: '信息表', sure: true }] : [],
    );
}

/**
 * 公开方式.
 *
 * @param others Candidates of the footer.
 */
export function settleDisclosure(
  decoded: string,
  header: Header,
  others: readonly Candidate[],
): Recognised<FieldValue | undefined> {
  const labelled = candidatesFrom(decoded, fieldsNamed(header, 'disclosure'), {
    field: 'disclosure',
    use: 'plain',
    read: (text) => {
      const match = /主动公开|依申请公开|不予公开/u.exec(text);
      return match ? { index: match.index, length: match[0].length, canonical: match[0] } : undefined;
    },
  });
  const settled = settle('公开方式', [...labelled.value, ...others]);
  return recognised(settled.value, [labelled, settled]);
}

/** 地区, as a label names it: the smallest place, a district with its city. */
export function settlePlace(decoded: string, header: Header): Recognised<FieldValue | undefined> {
  const labelled = candidatesFrom(decoded, fieldsNamed(header, 'place'), {
    field: 'place',
    use: 'plain',
    read: (text) => {
      const name = wholePlace(text);
      if (name === undefined) return undefined;
      return { index: text.length - name.length, length: name.length, canonical: name };
    },
  });
  const settled = settle('地区', labelled.value);
  return recognised(settled.value, [labelled, settled]);
}

/**
 * 办理结果: the class.
 *
 * @param others Candidates of the letter and the footer.
 */
export function settleOutcome(
  decoded: string,
  header: Header,
  others: readonly Candidate[],
): Recognised<FieldValue | undefined> {
  const fields = fieldsNamed(header, 'class', 'outcome', 'categories').filter(
    ({ name, value }) => value && (name === 'outcome' || isOutcome(decoded, value)),
  );
  const labelled = candidatesFrom(decoded, fields, {
    field: 'outcome',
    use: 'outcome',
    read: (text) => {
      const found = readOutcome(text);
      return found && { ...found, canonical: writeOutcome(found.text) };
    },
  });
  const candidates = [...labelled.value, ...candidatesOf(header, 'outcome'), ...others];
  const settled = settle('办理结果', candidates);
  return recognised(settled.value, [labelled, settled, reportSubclass(settled.value)]);
}

function reportSubclass(taken: Candidate | undefined): Account {
  if (!taken || !isOutcomeSubclass(taken.canonical)) return combineAccounts([]);
  const text = `办理结果写作“${taken.canonical}”，是 ${taken.canonical.charAt(0)} 类之下的细类，照录。`;
  return report('outcome-subclass', taken.range.at, text);
}

function isOutcome(decoded: string, value: TextRange): boolean {
  return readOutcome(foldText(decoded, value).text) !== undefined;
}
