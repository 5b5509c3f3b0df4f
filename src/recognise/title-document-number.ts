import { findDocumentNumber, type DocumentNumber } from '../reply/document-number.ts';

/** The length of a document number that runs straight into the title: 云办〔2024〕2号关于对…; 0 without one. */
export function leadingNumberLength(text: string): number {
  const number = findDocumentNumber(text);
  return number?.index === 0 && beginsTitle(text.slice(number.length)) ? number.length : 0;
}

/** Whether the text after a document number begins the title. */
export function beginsTitle(behind: string): boolean {
  return /^(?:关于|对)/u.test(behind);
}

/** Whether a number leads its line: that of 平交复函〔2017〕19号B类 does, that of …提案的答复(2019)12号 does not. */
export function isLeadingNumber({ index, code }: DocumentNumber, behind: string): boolean {
  if (index !== 0) return false;
  return (
    beginsTitle(behind) || (behind.length <= 20 && !/的|关于/u.test(code) && !/答复|复函|回复/u.test(behind))
  );
}
