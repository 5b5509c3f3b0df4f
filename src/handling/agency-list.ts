import { isAgency } from '../reply/agency.ts';

/** Agencies that a text lists. */
export interface AgencyList {
  names: string[];
  /** The list ends in 等: there are more. */
  more: boolean;
}

/** What ends a list that does not name all: 等, 等单位, 等有关部门. */
const others = /等(?:\d+|[一二两三四五六七八九十]+)?(?:个|家)?(?:有关|相关)?(?:单位|部门|委办局|地)?$/u;

/**
 * Reads a list of agencies: 市财政局、市住房和城乡建设局和市教育局. 和, 与 and 及 divide it only where agencies stand on both
 * sides of it: many names have one in them.
 *
 * @returns undefined when a piece of it is not the name of an agency.
 */
export function readAgencyList(text: string): AgencyList | undefined {
  const whole = text.replace(/\s+/gu, '').replace(/[。；;，,、]+$/u, '');
  const bare = whole.replace(others, '');
  const names = bare.split(/[、，,]/u).flatMap(divide);
  if (names.length === 0 || !names.every((name) => isAgency(name))) return undefined;
  return { names: [...new Set(names)], more: bare !== whole };
}

/** Divides at the first 和, 与 or 及 that has agencies on both sides. */
function divide(text: string): string[] {
  for (const { 0: sign, index } of text.matchAll(/以及|[和与及]/gu)) {
    const [left, right] = [text.slice(0, index), text.slice(index + sign.length)];
    if (isAgency(left) && isAgency(right)) return [left, ...divide(right)];
  }
  return [text];
}
