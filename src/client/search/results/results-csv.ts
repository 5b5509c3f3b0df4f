import { address } from '../../../archive/address.ts';
import type { ListedLetter } from '../../../search/engine/search-answer.ts';
import type { EngineClient, FoundAnswer } from '../engine-client.ts';
import { csvText } from './csv-text.ts';

/** Letters requested at a time: the worker answers other questions in between. */
const batch = 1000;

const columns: [name: string, value: (letter: ListedLetter) => string | number | undefined][] = [
  ['标识', ({ id }) => id],
  ['标题', ({ title }) => title],
  ['发文字号', ({ documentNumber }) => documentNumber],
  ['索引号', ({ indexNumber }) => indexNumber],
  ['发文机关', ({ issuer }) => issuer],
  ['日期', ({ date }) => date],
  ['人大政协', ({ proposal }) => proposal.assembly],
  ['地方', ({ proposal }) => proposal.scope],
  ['届', ({ proposal }) => proposal.term],
  ['次会议', ({ proposal }) => proposal.session],
  ['类别', ({ proposal }) => proposal.kind],
  ['编号', ({ proposal }) => proposal.number],
  ['案由', ({ proposal }) => proposal.title],
  ['主送', ({ recipients }) => recipients.join('；')],
  ['主办会办', ({ role }) => role],
  ['办理结果', ({ outcome }) => outcome],
];

/**
 * Writes all letters of the newest answer as CSV, in their order. Once their ids are known, it is finished
 * whatever is asked next.
 *
 * @param root Address of the edition's root. Others cannot follow the address of a copy on a disk: its letters are
 *   named by their path in the edition.
 */
export async function resultsCsv(
  client: EngineClient,
  answer: FoundAnswer,
  root: URL,
  signal: AbortSignal,
): Promise<string> {
  const ids = await client.ids(answer, signal);
  const letters: ListedLetter[] = [];
  for (let at = 0; at < ids.length; at += batch)
    letters.push(...(await client.list(ids.slice(at, at + batch))));
  const page = (id: string) =>
    root.protocol === 'file:' ? address.reply(id) : new URL(address.reply(id), root).href;
  return csvText([
    [...columns.map(([name]) => name), '网页'],
    ...letters.map((letter) => [...columns.map(([, value]) => String(value(letter) ?? '')), page(letter.id)]),
  ]);
}
