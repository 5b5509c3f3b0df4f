import type { FacetCount, FacetName } from '../../../search/query/search-request.ts';
import { formatCount, requireElement, setText } from '../../elements.ts';
import { onTextChange } from '../../typing.ts';

/** Values shown until the visitor asks for more. */
const shownAtFirst = 8;
/** Number of values from which they can be searched. */
const searchableFrom = 15;

/** A facet: its values with counts and check boxes. */
export interface FacetView {
  element: HTMLElement;
  update: (counts: readonly FacetCount[]) => void;
}

export interface FacetOptions {
  name: FacetName;
  /** In Chinese. */
  title: string;
  /** What a visitor must know of the values. */
  note?: string;
  /** Explains a value. */
  meaningOf?: (value: string) => string | undefined;
  /** Values without which it offers no choice. */
  least?: number;
  /** Whether it is expanded at first. */
  open: boolean;
  facet: () => HTMLElement;
  value: () => HTMLElement;
  /** Called when the visitor checks or unchecks a value. */
  toggle: (value: string) => void;
}

/** Creates a facet from the page's templates. It is hidden while it offers no choice. */
export function createFacetView({
  name,
  title,
  note = '',
  meaningOf,
  least = 2,
  open,
  facet,
  value: newRow,
  toggle,
}: FacetOptions): FacetView {
  const group = facet();
  group.dataset.facet = name;
  const details = requireElement(group, 'details', HTMLDetailsElement);
  const find = requireElement(group, '[data-find]', HTMLInputElement);
  const list = requireElement(group, '[data-values]', HTMLElement);
  const more = requireElement(group, '[data-more]', HTMLButtonElement);
  for (const heading of ['[data-legend]', '[data-name]'])
    requireElement(group, heading, HTMLElement).textContent = title;
  const hint = requireElement(group, '[data-note]', HTMLElement);
  hint.textContent = note;
  hint.hidden = note === '';
  find.placeholder = `查找${title}`;
  find.setAttribute('aria-label', `查找${title}`);
  details.open = open;

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
      const meaning = meaningOf?.(value);
      if (meaning !== undefined) {
        const text = requireElement(row, '[data-meaning]', HTMLElement);
        text.textContent = meaning;
        text.hidden = false;
      }
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
  // A collapsed facet is not rendered until it is expanded.
  details.addEventListener('toggle', () => {
    if (details.open) render();
  });

  return {
    element: group,
    update(newest) {
      counts = newest;
      group.hidden = newest.length < least && !newest.some(({ chosen }) => chosen);
      if (newest.some(({ chosen }) => chosen)) details.open = true;
      if (details.open) render();
    },
  };
}

/** Replaces the rows of a list, unless they are the same. */
function replaceRows(list: HTMLElement, rows: readonly HTMLElement[]): void {
  if (list.childElementCount === rows.length && rows.every((row, at) => row === list.children[at])) return;
  const focused = document.activeElement;
  list.replaceChildren(...rows);
  // A moved element loses focus.
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus({ preventScroll: true });
}
