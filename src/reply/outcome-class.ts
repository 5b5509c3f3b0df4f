/** A class of outcome (办理结果): a letter, with a digit where it is divided further (A1), or 甲 to 丁. */
export const outcomeClass = /^(?:[A-Z]\d?|[甲乙丙丁])$/;

const stems = '甲乙丙丁';

/** Compares classes in the order of their scale: A, A1, A2, B … Z, 甲, 乙, 丙, 丁. */
export function compareOutcomes(a: string, b: string): number {
  const [one, other] = [stems.indexOf(a), stems.indexOf(b)];
  if (one !== other) return one - other;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a class is the one asked for or a part of it: A1 is a part of A. */
export function isOutcome(value: string, asked: string): boolean {
  return asked !== '' && value.startsWith(asked);
}
