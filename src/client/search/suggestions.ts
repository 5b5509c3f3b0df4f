import type { Caption } from '../../search/engine/search-answer.ts';
import { connectCombobox } from '../combobox.ts';
import { requireElement } from '../elements.ts';
import { showFacts, showName } from './letter-name-view.ts';

/** Suggestions shown at a time. */
const limit = 6;

export interface SuggestionOptions {
  box: HTMLInputElement;
  /** The list below the box, with an id. */
  list: HTMLElement;
  template: () => HTMLElement;
  /** Finds letters to offer. */
  ask: (text: string, limit: number, signal: AbortSignal) => Promise<Caption[]>;
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

function option(item: HTMLElement, letter: Caption): HTMLElement {
  showName(requireElement(item, '[data-title]', HTMLElement), letter);
  showFacts(requireElement(item, '[data-facts]', HTMLElement), letter);
  return item;
}
