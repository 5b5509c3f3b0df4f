import type { SuggestedLetter } from '../../search/engine/search-answer.ts';
import { connectCombobox } from '../combobox.ts';
import { element, requireElement, formatDay } from '../elements.ts';

/** Suggestions shown at a time. */
const limit = 6;

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
 * Offers letters below the search box while the visitor types; the results report an index that cannot be read.
 *
 * @returns A function that closes the list until the visitor types again.
 */
export function connectSuggestions({ box, list, template, ask, open }: SuggestionOptions): () => void {
  const { close } = connectCombobox({
    box,
    list,
    async ask(text, signal) {
      const suggestions = await ask(text, limit, signal);
      return suggestions.map((suggestion) => {
        const item = option(template(), suggestion);
        item.addEventListener('click', () => {
          open(suggestion.id);
        });
        return item;
      });
    },
  });
  return close;
}

function option(item: HTMLElement, { title, documentNumber = '', date }: SuggestedLetter): HTMLElement {
  requireElement(item, '[data-title]', HTMLElement).textContent = title;
  const facts = [documentNumber, formatDay(date)].filter((fact) => fact !== '');
  requireElement(item, '[data-facts]', HTMLElement).replaceChildren(
    ...facts.map((fact) => element('span', {}, fact)),
  );
  return item;
}
