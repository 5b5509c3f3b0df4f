import { readDate } from '../reply/calendar-date.ts';
import { findDocumentNumber, writeDocumentNumber } from '../reply/document-number.ts';
import { checkIndexNumber, fitsIndexNumber } from '../reply/index-number.ts';
import { isFinerOutcome, readOutcome } from '../reply/outcome.ts';
import { foldText, type TextRange } from '../normalise/folded-text.ts';
import { candidatesFrom, type Header } from './header.ts';
import { fieldsNamed, type HeaderField } from './header-field.ts';
import { drop, settle, tell, type Candidate, type Ledger } from './ledger.ts';

/** 索引号: settled, its check digits verified (GB 32100). */
export function settleIndexNumber(ledger: Ledger, head: Header): void {
  const labelled = candidatesFrom(ledger, fieldsNamed(head, 'indexNumber'), 'identifier', (text) =>
    fitsIndexNumber(text) ? { index: 0, length: text.length, says: text } : undefined,
  );
  const candidates = [...labelled, ...head.indexNumbers].map((one) =>
    checkIndexNumber(one.says) === 'valid' ? { ...one, from: `${one.from}，校验码相符` } : one,
  );
  const taken = settle(ledger, 'indexNumber', '索引号', candidates);
  if (taken && checkIndexNumber(taken.says) === 'invalid')
    tell(
      ledger,
      'warning',
      'index-number-check',
      taken.range.at,
      `索引号“${taken.says}”的校验码不符（GB 32100），请核对原件。`,
    );
}

/** 发文字号 of the header block and of a line of its own. */
export function settleDocumentNumber(ledger: Ledger, head: Header): Candidate | undefined {
  const cells = fieldsNamed(head, 'documentNumber');
  const labelled = candidatesFrom(ledger, cells, 'document-number', (text) => {
    const found = findDocumentNumber(text);
    return found && { index: found.index, length: found.length, says: writeDocumentNumber(found) };
  });
  for (const { value } of cells)
    if (value && labelled.length === 0 && !/^[无—\-\s]*$/u.test(ledger.decoded.slice(value.at, value.end)))
      tell(
        ledger,
        'warning',
        'damaged-document-number',
        value.at,
        `发文字号“${ledger.decoded.slice(value.at, value.end)}”不合格式，未采用。请核对原件后填写。`,
      );
  return settle(ledger, 'documentNumber', '发文字号', [...labelled, ...head.documentNumbers]);
}

/** 发布日期; the bare 日期 or 时间 of a byline counts where no better label stands. */
export function settlePublishedOn(ledger: Ledger, head: Header): void {
  const labelled = dateCandidates(ledger, fieldsNamed(head, 'publishedOn'));
  const bylines = [...fieldsNamed(head, 'bylineDate'), ...dispatchedOf(ledger, head).posted];
  const bare = dateCandidates(ledger, bylines).map((one) => ({ ...one, sure: false }));
  settle(ledger, 'publishedOn', '发布日期', labelled.length > 0 ? labelled : bare);
  if (labelled.length > 0) for (const { range } of bare) drop(ledger, range, 'no-field');
}

/** 发文日期 by day, a letter's; and with the time of day, when the page was put up. */
export function dispatchedOf(
  { decoded }: Ledger,
  head: Header,
): { dated: HeaderField[]; posted: HeaderField[] } {
  const cells = fieldsNamed(head, 'dispatchedOn');
  const isPosted = ({ value }: HeaderField) =>
    value !== undefined && /\d{1,2}:\d{2}/u.test(foldText(decoded, value, 'single').text);
  return { dated: cells.filter((cell) => !isPosted(cell)), posted: cells.filter(isPosted) };
}

/** Dates behind labels; a damaged one is left out with a warning. */
export function dateCandidates(ledger: Ledger, cells: readonly HeaderField[]): Candidate[] {
  const read = (text: string) => {
    const reading = readDate(text);
    const [says] = reading?.readings ?? [];
    return reading && says !== undefined && reading.readings.length === 1
      ? { index: 0, length: reading.length, says }
      : undefined;
  };
  // Single spaces: they part the day from the time behind it.
  return candidatesFrom(ledger, cells, 'date', read, 'single');
}

/** 分类 and 公开方式; 类别 and 分类 may be a class letter, else they are categories. */
export function settleCategories(ledger: Ledger, head: Header, disclosures: readonly Candidate[]): void {
  const classes = fieldsNamed(head, 'class').filter(
    ({ value }) => value && !fitsOutcome(ledger, value) && !isFiner(ledger, value),
  );
  const categories = fieldsNamed(head, 'categories').filter(
    ({ value }) => value && !fitsOutcome(ledger, value),
  );
  for (const { value } of [...categories, ...classes])
    if (value) {
      const list = { range: value, use: 'list', from: '信息表', sure: true } as const;
      ledger.values.push({ field: 'categories', ...list });
    }
  const disclosure = candidatesFrom(ledger, fieldsNamed(head, 'disclosure'), 'plain', (text) => {
    const match = /主动公开|依申请公开|不予公开/u.exec(text);
    return match ? { index: match.index, length: match[0].length, says: match[0] } : undefined;
  });
  settle(ledger, 'disclosure', '公开方式', [...disclosure, ...disclosures]);
}

/** 办理结果: the class letter, wherever the header, a line of its own or the letter's end states it. */
export function settleOutcome(ledger: Ledger, head: Header, others: readonly Candidate[]): void {
  const cells = fieldsNamed(head, 'class', 'outcome', 'categories').filter(
    ({ name, value }) => value && (name === 'outcome' || fitsOutcome(ledger, value)),
  );
  for (const { value } of fieldsNamed(head, 'class', 'outcome'))
    if (value && isFiner(ledger, value)) tellFiner(ledger, value);
  const labelled = candidatesFrom(ledger, cells, 'plain', (text) => {
    const found = readOutcome(text);
    return found && { index: found.index, length: 1, says: found.text };
  });
  settle(ledger, 'outcome', '办理结果', [...labelled, ...head.outcomes, ...others]);
}

function isFiner(ledger: Ledger, value: TextRange): boolean {
  return isFinerOutcome(foldText(ledger.decoded, value).text);
}

function tellFiner(ledger: Ledger, value: TextRange): void {
  drop(ledger, value, 'no-field');
  const text = ledger.decoded.slice(value.at, value.end);
  tell(
    ledger,
    'warning',
    'unknown-outcome',
    value.at,
    `办理结果“${text}”不是单个字母，未采用。请按本地的分类填写。`,
  );
}

function fitsOutcome(ledger: Ledger, value: { at: number; end: number }): boolean {
  return readOutcome(foldText(ledger.decoded, value).text) !== undefined;
}
