import { element, requireElement } from '../../elements.ts';
import { createResultsTable } from './results-table.ts';
import { createResultsView, type ResultsView } from './results-view.ts';

/**
 * Shows the results of one page in the form that the state asks for: the list or the table.
 *
 * @param page The page's element.
 * @param template Creates an empty item of the list.
 * @param root Address of the edition's root.
 */
export function createResultsForms(page: ParentNode, template: () => HTMLElement, root: URL): ResultsView {
  const list = requireElement(page, 'ol[data-results]', HTMLOListElement);
  const frame = requireElement(page, '[data-table]', HTMLElement);
  const results = createResultsView(list, template, root);
  const table = createResultsTable(requireElement(frame, 'table', HTMLTableElement), root);
  return {
    ...results,
    async show(client, question, answer, listing) {
      const isTable = question.state.view === 'table';
      if (isTable) {
        const ids = await table.show(client, question, answer, listing);
        results.clear();
        // Scripts find the ids where they are in a list.
        list.replaceChildren(...ids.map((id) => element('li', { 'data-id': id })));
      } else {
        await results.show(client, question, answer, listing);
        table.clear();
      }
      list.hidden = isTable;
      frame.hidden = !isTable || answer.count === 0;
    },
    clear() {
      results.clear();
      table.clear();
      frame.hidden = true;
    },
  };
}
