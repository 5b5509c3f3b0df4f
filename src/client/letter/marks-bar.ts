import { formatCount, element } from '../elements.ts';
import type { MatchMarks } from './letter-marks.ts';

export interface MarksBarOptions {
  matches: readonly MatchMarks[];
  /** Index of the match that is shown first. */
  first: number;
  /** Address of the results that the visitor came from. */
  results: string;
  /** Called when the visitor closes the bar. */
  closed: () => void;
}

/**
 * Creates the bar of a letter that was opened from results: which match is shown, buttons for the previous and next
 * one, and a link back to the results. The keys n and p (or Alt with an arrow) do the same as the buttons.
 *
 * @returns The bar, and a function that shows a match.
 */
export function createMarksBar({ matches, first, results, closed }: MarksBarOptions): {
  bar: HTMLElement;
  show: (index: number) => void;
} {
  let current = first;
  const status = element('span', { class: 'marks-bar-place', role: 'status' });
  const describe = () => {
    status.textContent = `第 ${formatCount(current + 1)}/${formatCount(matches.length)} 处`;
    for (const [index, marks] of matches.entries())
      for (const mark of marks) mark.toggleAttribute('data-current', index === current);
  };
  const show = (index: number) => {
    current = (index + matches.length) % matches.length;
    describe();
    matches[current]?.[0]?.scrollIntoView({ block: 'center' });
  };
  const previous = button('上一处', '上一处（按 p 或 Alt+↑）', 'p Alt+ArrowUp', () => {
    show(current - 1);
  });
  const next = button('下一处', '下一处（按 n 或 Alt+↓）', 'n Alt+ArrowDown', () => {
    show(current + 1);
  });
  const close = button('关闭', '关闭：不再标出检索词', '', () => {
    document.removeEventListener('keydown', onKey);
    bar.remove();
    closed();
  });
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || isField(event.target) || matches.length === 0) return;
    const step = event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : { n: 1, p: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(current + step);
  };
  document.addEventListener('keydown', onKey);

  const back = element(
    'a',
    { class: 'marks-bar-back', href: results },
    '回到',
    element('span', {}, '检索'),
    '结果',
  );
  const parts = matches.length === 0 ? [back, close] : [status, previous, next, back, close];
  const bar = element(
    'section',
    { class: 'marks-bar', 'aria-label': '检索词在文中的位置' },
    element('div', { class: 'marks-bar-inner' }, ...parts),
  );
  if (matches.length > 0) describe();
  return { bar, show };
}

function button(text: string, title: string, keys: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'button', title }, text);
  if (keys !== '') made.setAttribute('aria-keyshortcuts', keys);
  made.addEventListener('click', press);
  return made;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
