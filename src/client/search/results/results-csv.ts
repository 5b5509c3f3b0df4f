import { address } from '../../../archive/address.ts';
import type { LetterColumn, ListedLetter } from '../../../data/lists/letter-columns.ts';
import type { EngineClient, FoundAnswer } from '../engine-client.ts';
import { csvText } from './csv-text.ts';

/** Letters requested at a time: the worker answers other questions in between. */
const batch = 1000;

/**
 * Writes all letters of the newest answer as CSV, in their order. Once their ids are known, it is finished
 * whatever is asked next.
 *
 * @param root Address of the edition's root. Others cannot follow the address of a copy on a disk: its letters are
 *   named by their path in the edition.
 * @param columns In their order.
 */
export async function resultsCsv(
  client: EngineClient,
  answer: FoundAnswer,
  root: URL,
  signal: AbortSignal,
  columns: readonly LetterColumn[],
): Promise<string> {
  const ids = await client.ids(answer, signal);
  const letters: ListedLetter[] = [];
  for (let at = 0; at < ids.length; at += batch)
    letters.push(...(await client.list(ids.slice(at, at + batch))));
  const page = (id: string) =>
    root.protocol === 'file:' ? address.reply(id) : new URL(address.reply(id), root).href;
  return csvText([
    columns.map(({ name }) => name),
    ...letters.map((letter) => columns.map(({ cell }) => cell({ ...letter, url: page(letter.id) }))),
  ]);
}
