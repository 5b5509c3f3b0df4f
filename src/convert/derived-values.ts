import { decodedRange, type TextRange } from '../normalise/folded-text.ts';
import type { Letter } from '../recognise/letter.ts';
import type { NormalisedLetter } from './normalised-letter.ts';

/** A value that is a copy of text in the title or the body. */
export interface Derived<T> {
  value: T;
  /** Where it was found, in Chinese. */
  from: string;
  /** Offset in the decoded text. */
  at: number;
  /** True when absent. */
  sure?: boolean;
}

/** 发文机关, where the title or the signature states it in its fullest form. */
export function derivedIssuer(
  { issuer, title, signature }: Letter,
  normalised: NormalisedLetter,
): Derived<string> | undefined {
  const named = title?.read.issuer;
  const signer = signature?.agencies[0];
  if (issuer?.from === '标题' && title && named) {
    const range = decodedRange(title.folded, named);
    // Spaces that are left in a normalised title separate several agencies.
    return { value: normalised.textAt(range), from: issuer.from, at: range.at };
  }
  if (issuer?.from !== '署名' || !signer) return undefined;
  const name = withoutSeal(withoutSpaces(normalised.textAt(signer.range)));
  return { value: name, from: issuer.from, at: signer.range.at };
}

/** 成文日期, where the signature is its source. */
export function derivedIssueDate({ signedOn, signature }: Letter): Derived<string> | undefined {
  const date = signature?.date;
  if (signedOn === undefined || !date) return undefined;
  return { value: signedOn, from: '落款', at: date.at, sure: !date.reading.damaged };
}

/** 主送: the names of the salutation, without the spaces that pad them. */
export function derivedRecipients(
  { start: { salutation } }: Letter,
  normalised: NormalisedLetter,
): Derived<string[]> | undefined {
  const ranges = salutation?.read.recipients.map((span) => decodedRange(salutation.folded, span)) ?? [];
  return listed(ranges, '称谓', normalised);
}

/** 署名: the agencies of the signature. */
export function derivedSignatories(
  { signature }: Letter,
  normalised: NormalisedLetter,
): Derived<string[]> | undefined {
  const ranges = signature?.agencies.map(({ range }) => range) ?? [];
  const names = listed(ranges, '署名', normalised);
  return names && { ...names, value: names.value.map(withoutSeal) };
}

function listed(
  ranges: readonly TextRange[],
  from: string,
  normalised: NormalisedLetter,
): Derived<string[]> | undefined {
  const [first] = ranges;
  if (!first) return undefined;
  return { value: ranges.map((range) => withoutSpaces(normalised.textAt(range))), from, at: first.at };
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** A name that was broken over two lines keeps the note of its seal in the second. */
function withoutSeal(name: string): string {
  return name.replace(/[（(](?:盖章|公章|印章|章|签章)[）)]$/u, '');
}
