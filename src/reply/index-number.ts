const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The result of verifying an index number's (索引号) check digits; `other` is a scheme without them. */
export type IndexNumberCheck = 'valid' | 'invalid' | 'other';

/** Whether `text` has the shape of an index number that needs no label: code, `/` or `-`, year, serial. */
export function isIndexNumber(text: string): boolean {
  return /^(?=.*\d{4})[0-9A-Z]{6,18}(?:-(?:[0-9X]|\d{3}))?-?[/-](?:19|20)\d{2}(?:\d{2})?-?\d{3,12}(?:-\d+)?$/.test(
    text,
  );
}

/** Whether `text` may follow the label 索引号 in some scheme. */
export function fitsIndexNumber(text: string): boolean {
  return /^(?=.*\d{3})[0-9A-Za-z][0-9A-Za-z/\-_.]{5,60}$/.test(text);
}

/**
 * Verifies the unified social credit code (GB 32100) at the head of an index number, and the
 * organisation code (GB 11714) at its positions 9–17.
 */
export function checkIndexNumber(text: string): IndexNumberCheck {
  const code = /^([0-9A-Z]{18})[/-](?:19|20)\d{2}/.exec(text)?.[1];
  if (code === undefined) return 'other';
  const values = Array.from(code).map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return 'invalid';
  const sum = weights.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return values[17] === (31 - (sum % 31)) % 31 && isOrganisationCode(code.slice(8, 17)) ? 'valid' : 'invalid';
}

/** GB 11714: eight characters and a check digit. */
function isOrganisationCode(code: string): boolean {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * Number.parseInt(code.charAt(index), 36),
    0,
  );
  const check = 11 - (sum % 11);
  return code.charAt(8) === (check === 10 ? 'X' : check === 11 ? '0' : String(check));
}
