import type { LetterExcerpt } from '../../../search/engine/search-answer.ts';
import { requireElement } from '../../elements.ts';
import type { EngineClient, FoundAnswer } from '../engine-client.ts';
import { idleState } from '../search-state.ts';
import { requestDeferredExcerpts } from './deferred-excerpts.ts';
import { letterAddress } from './letter-address.ts';
import { fillExcerpt, resultItem } from './result-item.ts';

/**
 * Shows letters that are similar to what was asked for, in a section of their own; hidden where there are none.
 *
 * @param template Creates an empty item.
 * @param root Address of the edition's root.
 * @param listing Aborts once a newer answer is shown.
 */
export function showSimilar(
  section: HTMLElement,
  template: () => HTMLElement,
  root: URL,
  client: EngineClient,
  { similar }: FoundAnswer,
  listing: AbortSignal,
): void {
  const { text, captions } = similar ?? { text: '', captions: [] };
  section.hidden = captions.length === 0;
  requireElement(section, '[data-similar-words]', HTMLElement).textContent = text.replaceAll(' OR ', '、');
  // The letter marks the words that it has.
  const state = { ...idleState, text };
  const items = captions.map((caption) =>
    resultItem(template(), caption, letterAddress(root, caption.id, state)),
  );
  requireElement(section, '[data-similar]', HTMLElement).replaceChildren(...items);
  if (items.length === 0) return;
  const fill = (results: readonly LetterExcerpt[]) => {
    for (const result of results) {
      const item = items.find(({ dataset }) => dataset.id === result.id);
      if (item) fillExcerpt(item, result, (anchor) => letterAddress(root, result.id, state, anchor));
    }
  };
  requestDeferredExcerpts(
    items,
    async (asked) => {
      const ids = asked.flatMap(({ dataset }) => dataset.id ?? []);
      const results = await client.excerpts(text, ids, listing).catch(() => []);
      if (!listing.aborted) fill(results);
    },
    listing,
  );
}
