import type { FacetCount } from '../../../search/query/search-request.ts';
import { formatCount, requireElement, setText } from '../../elements.ts';
import { onTextChange } from '../../typing.ts';

/** Values shown before the visitor asks for more. */
const shownAtFirst = 8;
/** From so many values on they can be searched. */
const searchableFrom = 15;

/** One facet: its values with their counts, each to be chosen or not. */
export interface FacetView {
  element: HTMLElement;
  update: (counts: readonly FacetCount[]) => void;
}

export interface FacetOptions {
  /** Chinese name of the facet. */
  name: string;
  /** Its values are shown without being asked for. */
  open: boolean;
  facet: () => HTMLElement;
  value: () => HTMLElement;
  /** The visitor chose a value, or takes it back. */
  toggle: (value: string) => void;
}

/** Makes the view of one facet from the page's templates. A facet without a choice is hidden. */
export function createFacetView({ name, open, facet, value: newRow, toggle }: FacetOptions): FacetView {
  const group = facet();
  if (!(group instanceof HTMLDetailsElement)) throw new Error('a facet is a <details>');
  const find = requireElement(group, '[data-find]', HTMLInputElement);
  const list = requireElement(group, '[data-values]', HTMLElement);
  const more = requireElement(group, '[data-more]', HTMLButtonElement);
  requireElement(group, '[data-name]', HTMLElement).textContent = name;
  find.placeholder = `查找${name}`;
  find.setAttribute('aria-label', `查找${name}`);
  group.open = open;

  const rows = new Map<string, HTMLElement>();
  let counts: readonly FacetCount[] = [];
  let whole = false;

  const rowOf = ({ value, label, count, chosen }: FacetCount): HTMLElement => {
    let row = rows.get(value);
    if (!row) {
      row = newRow();
      requireElement(row, 'input', HTMLInputElement).addEventListener('change', () => {
        toggle(value);
      });
      rows.set(value, row);
    }
    requireElement(row, 'input', HTMLInputElement).checked = chosen;
    setText(requireElement(row, '[data-label]', HTMLElement), label);
    setText(requireElement(row, '[data-value-count]', HTMLElement), formatCount(count));
    return row;
  };

  const render = () => {
    const sought = find.value.trim();
    const shown = counts.filter(
      ({ label, chosen }, index) => chosen || (whole ? label.includes(sought) : index < shownAtFirst),
    );
    replaceRows(list, shown.map(rowOf));
    more.hidden = counts.length <= shownAtFirst;
    more.textContent = whole ? '收起' : `更多（共 ${formatCount(counts.length)} 项）`;
    more.setAttribute('aria-expanded', String(whole));
    find.hidden = !whole || counts.length < searchableFrom;
  };

  more.addEventListener('click', () => {
    whole = !whole;
    find.value = '';
    render();
    if (!find.hidden) find.focus();
  });
  onTextChange(find, render);
  // What is not seen is not kept up to date.
  group.addEventListener('toggle', () => {
    if (group.open) render();
  });

  return {
    element: group,
    update(newest) {
      counts = newest;
      group.hidden = newest.length < 2 && !newest.some(({ chosen }) => chosen);
      if (newest.some(({ chosen }) => chosen)) group.open = true;
      if (group.open) render();
    },
  };
}

/** Puts rows into a list; where they stand there already, nothing is touched. */
function replaceRows(list: HTMLElement, rows: readonly HTMLElement[]): void {
  if (list.childElementCount === rows.length && rows.every((row, at) => row === list.children[at])) return;
  const focused = document.activeElement;
  list.replaceChildren(...rows);
  // A box that is moved loses the focus.
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus({ preventScroll: true });
}
