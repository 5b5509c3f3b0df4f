import { decodedRange } from '../normalise/folded-text.ts';
import type { Letter } from '../recognise/letter.ts';
import type { OpeningSource, ProposalSource } from '../recognise/proposal.ts';
import type { NormalisedLetter } from './normalised-letter.ts';

/** The title as a source of the proposal. */
export function titleSource({ title }: Letter, normalised: NormalisedLetter): ProposalSource | undefined {
  if (!title) return undefined;
  const { read, folded, at } = title;
  const textOf: ProposalSource['textOf'] = (span) => normalised.textAt(decodedRange(folded, span));
  return { reference: read.reference, textOf, from: '标题', at };
}

/** The opening paragraph as a source of the proposal. */
export function openingSource({ opening }: Letter, normalised: NormalisedLetter): OpeningSource | undefined {
  if (!opening) return undefined;
  const { read, folded, at } = opening;
  const textOf: ProposalSource['textOf'] = (span) => normalised.textAt(decodedRange(folded, span));
  return { read, reference: read.reference, textOf, from: '正文开头', at };
}

/** The number of the form above the letter as a source of the proposal. */
export function formSource({ form }: Letter, normalised: NormalisedLetter): ProposalSource | undefined {
  if (!form.number) return undefined;
  const { range, canonical } = form.number;
  const kept = normalised.values.some(({ field }) => field === 'proposal.number');
  const text = kept ? normalised.textAt(range) : canonical;
  const number = { index: 0, length: text.length, text };
  return { reference: { number, several: false }, textOf: () => text, from: '信息表', at: range.at };
}
