import { requireElement } from '../../elements.ts';
import { withView, type SearchState } from '../search-state.ts';
import { shownColumns, toggleColumn } from '../../../data/lists/table-columns.ts';

/**
 * Connects the button for the table, and the boxes of its columns.
 *
 * @param page The page's element.
 * @param go Receives the state that the visitor chooses.
 * @returns A function that shows the columns of a state.
 */
export function connectColumnChoice(
  page: ParentNode,
  state: () => SearchState,
  go: (state: SearchState) => void,
): (state: SearchState) => void {
  const choice = requireElement(page, '[data-columns]', HTMLDetailsElement);
  const form = requireElement(page, '[data-form]', HTMLButtonElement);
  const usual = requireElement(choice, '[data-columns-usual]', HTMLButtonElement);
  const boxes = [...choice.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  for (const box of boxes)
    box.addEventListener('change', () => {
      go(toggleColumn(state(), box.value));
    });
  form.addEventListener('click', () => {
    go(withView(state(), state().view === 'table' ? 'list' : 'table'));
  });
  usual.addEventListener('click', () => {
    go({ ...state(), columns: [] });
  });
  return (shown) => {
    form.setAttribute('aria-pressed', String(shown.view === 'table'));
    choice.hidden = shown.view === 'list';
    usual.disabled = shown.columns.length === 0;
    const names = shownColumns(shown);
    for (const box of boxes) box.checked = names.includes(box.value);
  };
}
