import { foldUnits } from '../search/text/fold.ts';
import { connectCombobox } from './combobox.ts';
import { element } from './elements.ts';
import { root } from './quick-find/pagefind-fetch.ts';
import { openQuickFind } from './quick-find/quick-find-index.ts';
import { handOver, pageOption } from './quick-find/quick-find-option.ts';
import { createAnnouncer } from './search/announcer.ts';
import { isComposing } from './typing.ts';

/** Pages offered at a time. */
const limit = 7;

const find = openQuickFind();
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-quick-find]')) connect(form);

/** Offers pages below the box of a search form; the form itself leads to the exact search, as without a script. */
function connect(form: HTMLFormElement): void {
  const box = form.querySelector('input');
  if (!box) return;
  const list = element('div', { class: 'suggestions', id: `${box.id}-found`, 'aria-label': '快速查找' });
  const status = element('p', { class: 'visually-hidden', role: 'status' });
  form.append(list, status);
  const announcer = createAnnouncer(status);

  const { ask } = connectCombobox({
    box,
    list,
    async ask(text, signal) {
      // What cannot be loaded leaves the exact search, which says what is missing.
      const { count, pages } = await find(text, limit).catch(() => ({ count: 0, pages: [] }));
      if (signal.aborted) return [];
      announcer.say(announcement(count, pages.length));
      const phrases = text.split(/\s+/u).map((part) => foldUnits(part));
      const search = new URL(form.action);
      search.searchParams.set('q', text);
      return [...pages.map((page) => pageOption(page, phrases, root)), handOver(text, search)];
    },
  });
  box.addEventListener('blur', () => {
    announcer.say('');
  });
  if (document.activeElement === box && !isComposing(box)) ask();
}

function announcement(count: number, shown: number): string {
  if (count === 0) return '没有相符的案由或标题，可全文精确检索。';
  return `找到 ${count} 项${count > shown ? `，列出前 ${shown} 项` : ''}。`;
}
