import { letterColumns, type ListedLetter } from '../../../data/lists/letter-columns.ts';
import { nameLetter } from '../../../data/letter/letter-name.ts';
import { element } from '../../elements.ts';
import type { EngineClient, FoundAnswer } from '../engine-client.ts';
import { showName } from '../letter-name-view.ts';
import type { Question } from '../question.ts';
import { pageSize } from '../search-state.ts';
import { letterAddress } from './letter-address.ts';
import { shownColumns } from '../../../data/lists/table-columns.ts';

/** The results of one page as a table of header values. */
export interface ResultsTable {
  /** Shows the letters of the state's page, and gives their ids; rejects when `listing` is aborted, with its reason. */
  show: (
    client: EngineClient,
    question: Question,
    answer: FoundAnswer,
    listing: AbortSignal,
  ) => Promise<string[]>;
  clear: () => void;
}

/** @param root Address of the edition's root. */
export function createResultsTable(table: HTMLTableElement, root: URL): ResultsTable {
  const head = table.tHead ?? table.createTHead();
  const body = table.tBodies[0] ?? table.createTBody();
  return {
    async show(client, { state, signal }, answer, listing) {
      const first = (state.page - 1) * pageSize(state);
      const ids = await client.ids(answer, signal, first, first + pageSize(state));
      const letters = await client.list(ids, listing);
      listing.throwIfAborted();
      const names = shownColumns(state);
      const columns = letterColumns.filter(({ name }) => names.includes(name));
      const heading = (name: string) => element('th', { scope: 'col' }, name);
      const row = (letter: ListedLetter) => {
        const { id, frontmatter } = letter;
        const link = element('a', { href: letterAddress(root, id, state) });
        return element(
          'tr',
          { 'data-id': id },
          element('th', { scope: 'row' }, showName(link, nameLetter(frontmatter))),
          ...columns.map(({ name, cell }) => element('td', { 'data-column': name }, cell(letter))),
        );
      };
      head.replaceChildren(element('tr', {}, heading('案由'), ...names.map(heading)));
      body.replaceChildren(...letters.map(row));
      return ids;
    },
    clear() {
      body.replaceChildren();
    },
  };
}
