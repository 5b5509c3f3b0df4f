import { applyAppearance, createAppearanceForm } from './page/appearance.ts';
import { showAskedQuery } from './page/asked-query.ts';
import { followContents } from './page/contents.ts';
import { connectCopyButton } from './page/clipboard.ts';
import { stateCopyDate } from './page/copy-date.ts';
import { localDay } from '../search/query/local-day.ts';
import { markOverdue } from './page/overdue.ts';
import { loadQuickFindOnFocus } from './page/quick-find-loader.ts';
import { focusSearchByKey } from './page/search-shortcut.ts';
import { markComposition } from './typing.ts';

// The small behaviours of every page, which reads the same without them.
document.documentElement.dataset.script = '';
showAskedQuery();
markComposition();
applyAppearance();
focusSearchByKey();

document.addEventListener('DOMContentLoaded', () => {
  markOverdue(document, localDay(new Date()));

  const settings = document.querySelector<HTMLDetailsElement>('details[data-settings]');
  if (settings) {
    settings.append(createAppearanceForm());
    closeWhenLeft(settings);
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]'))
    connectCopyButton(button, () => document.getElementById(button.dataset.copy ?? '')?.textContent ?? '');
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy-address]'))
    connectCopyButton(button, () => location.href);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]'))
    button.addEventListener('click', () => {
      window.print();
    });

  const search = document.querySelector<HTMLFormElement>('form[data-quick-find]');
  if (search) loadQuickFindOnFocus(search);

  const copy = document.querySelector<HTMLElement>('[data-copy-of]');
  if (copy)
    void stateCopyDate(copy, new URL(copy.dataset.copyOf ?? '', location.href)).catch(() => undefined);

  const contents = document.querySelector<HTMLElement>('[data-contents]');
  if (contents) followContents(contents);
});

/** Closes a panel on Escape, and when the visitor clicks or moves elsewhere. */
function closeWhenLeft(panel: HTMLDetailsElement): void {
  const closeOutside = ({ target }: Event) => {
    if (target instanceof Node && !panel.contains(target)) panel.open = false;
  };
  document.addEventListener('click', closeOutside);
  document.addEventListener('focusin', closeOutside);
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !panel.open) return;
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
}
