import type { SuggestedLetter } from '../../search/engine/search-answer.ts';
import { element, requireElement, formatDay } from '../elements.ts';
import { isComposingKey, onTextChange, debounce } from '../typing.ts';

/** Suggestions shown at a time. */
const limit = 6;
/** Milliseconds without a keystroke before suggestions are requested: shorter than for results, which cost more. */
const pause = 100;

export interface SuggestionOptions {
  box: HTMLInputElement;
  /** The list below the box, with an id. */
  list: HTMLElement;
  template: () => HTMLElement;
  /** Finds letters to offer. */
  ask: (text: string, limit: number, signal: AbortSignal) => Promise<SuggestedLetter[]>;
  open: (id: string) => void;
}

/**
 * Offers letters below the search box while the visitor types: the combobox with a list box of the ARIA Authoring
 * Practices Guide. Focus stays in the box; arrows move through the list, Enter opens the letter, Escape closes the
 * list.
 *
 * @returns A function that closes the list until the visitor types again.
 */
export function connectSuggestions({ box, list, template, ask, open }: SuggestionOptions): () => void {
  let offered: SuggestedLetter[] = [];
  let active = -1;
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  list.setAttribute('role', 'listbox');

  const show = (suggestions: SuggestedLetter[]) => {
    offered = suggestions;
    list.replaceChildren(
      ...suggestions.map((suggestion, index) => option(template(), suggestion, `${list.id}-${index}`)),
    );
    list.hidden = suggestions.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
    activate(-1);
  };
  const activate = (index: number) => {
    active = index;
    for (const [at, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(at === index));
    const item = list.children[index];
    if (item) box.setAttribute('aria-activedescendant', item.id);
    else box.removeAttribute('aria-activedescendant');
    item?.scrollIntoView({ block: 'nearest' });
  };

  let asking = new AbortController();
  const typing = debounce(pause, () => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const text = box.value.trim();
    if (text === '') {
      show([]);
      return;
    }
    ask(text, limit, signal).then(
      (suggestions) => {
        if (!signal.aborted && document.activeElement === box) show(suggestions);
      },
      () => {
        // The results report an index that cannot be read.
      },
    );
  });
  const close = () => {
    asking.abort();
    typing.cancel();
    show([]);
  };

  onTextChange(box, typing.soon);
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    if (list.hidden || isComposingKey(event)) return;
    const count = offered.length;
    // -1 is the box itself, with what was typed.
    if (event.key === 'ArrowDown') activate(active + 1 < count ? active + 1 : -1);
    else if (event.key === 'ArrowUp') activate(active === -1 ? count - 1 : active - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active !== -1) open(offered[active]?.id ?? '');
    else return;
    event.preventDefault();
  });
  // The box must not lose focus before the click arrives.
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', ({ target }) => {
    const index =
      target instanceof Element ? [...list.children].findIndex((item) => item.contains(target)) : -1;
    const chosen = offered[index];
    if (chosen) open(chosen.id);
  });
  show([]);
  return close;
}

function option(
  item: HTMLElement,
  { title, documentNumber = '', date }: SuggestedLetter,
  id: string,
): HTMLElement {
  item.id = id;
  item.setAttribute('role', 'option');
  requireElement(item, '[data-title]', HTMLElement).textContent = title;
  const facts = [documentNumber, formatDay(date)].filter((fact) => fact !== '');
  requireElement(item, '[data-facts]', HTMLElement).replaceChildren(
    ...facts.map((fact) => element('span', {}, fact)),
  );
  return item;
}
