import { errorAt, warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { canonicalDocumentNumber } from '../../normalise/canonical-document-number.ts';

const keys = ['documentNumber'];

/** A document number is written as GB/T 9704 has it: 代字〔年〕号, with hexagonal brackets. */
export function documentNumber({ path, frontmatter, locate, span }: LetterFile): Finding[] {
  const written = frontmatter?.documentNumber;
  if (written === undefined) return [];
  const canonical = canonicalDocumentNumber(written);
  if (canonical === undefined) {
    const said = `documentNumber（发文字号）“${written}”不合“代字〔年〕号”的格式，如 吉发改议〔2019〕5号。请对照原件核对。`;
    return [warningAt(path, locate(keys), 'document-number', said)];
  }
  if (canonical === written) return [];
  const place = span(keys);
  const said = `documentNumber（发文字号）应写作 ${canonical}（现为 ${written}）。`;
  return [errorAt(path, locate(keys), 'document-number', said, place && [{ ...place, text: canonical }])];
}
