import { requireElement } from '../../elements.ts';
import { debounce } from '../../typing.ts';
import type { SearchState } from '../search-state.ts';

/** While a year is typed digit by digit, the box contains days of the first centuries. */
const earliest = '1900-01-01';
/** Milliseconds without a change after which the range is applied. */
const pause = 600;

/**
 * Connects the two boxes of the range of days.
 *
 * @param change Receives the first and last day, each `yyyy-mm-dd` or empty.
 * @returns A function that shows the days of a state.
 */
export function connectDateRange(
  filters: ParentNode,
  change: (from: string, to: string) => void,
): (state: SearchState) => void {
  const from = requireElement(filters, '[data-from]', HTMLInputElement);
  const to = requireElement(filters, '[data-to]', HTMLInputElement);
  const trouble = requireElement(filters, '[data-dates-trouble]', HTMLElement);
  const settled = debounce(pause, () => {
    const inverted = from.value !== '' && to.value !== '' && from.value > to.value;
    trouble.hidden = !inverted;
    trouble.textContent = inverted ? '开始的一天晚于结束的一天，请改正。' : '';
    if (!inverted) change(from.value, to.value);
  });
  for (const box of [from, to])
    box.addEventListener('change', () => {
      if (box.value === '' || box.value >= earliest) settled.soon();
      else settled.cancel();
    });
  return (state) => {
    trouble.hidden = true;
    if (document.activeElement !== from) from.value = state.from ?? '';
    if (document.activeElement !== to) to.value = state.to ?? '';
  };
}
