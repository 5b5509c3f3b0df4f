import { formatQuotation } from '../../data/letter/citation.ts';
import { element } from '../elements.ts';
import { connectCopyButton } from '../page/clipboard.ts';
import { citedPlace, type PageLetter } from './cited-letter.ts';

/** What can be cited by its anchor; salutation and signature are no passages, and rows of tables have no margin. */
const passages = '[id]:not(.salutation, .signature, .date, tr)';

/**
 * Makes the number of every paragraph of a letter a link that offers to copy the passage with its source, or its
 * address. The style sheet draws the numbers, so that copied text does not contain them.
 *
 * All links together are one stop of the Tab key; arrows move from one to the next.
 */
export function addParagraphLinks(body: HTMLElement, page: PageLetter | undefined): void {
  const links = [...body.querySelectorAll<HTMLElement>(passages)].map((block) => {
    const link = element('a', { class: 'paragraph-link', href: `#${block.id}`, tabindex: '-1' });
    link.setAttribute('aria-label', `${placeOf(block)}：引用或复制网址`);
    link.setAttribute('aria-expanded', 'false');
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const close = closeActions(body);
      if (close === link) return;
      history.replaceState(null, '', link.href);
      openActions(block, link, page);
    });
    block.append(link);
    return link;
  });
  links[0]?.setAttribute('tabindex', '0');
  body.addEventListener('keydown', (event) => {
    const link = event.target instanceof Element ? event.target.closest('.paragraph-link') : null;
    const at = links.findIndex((candidate) => candidate === link);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at === -1 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    links[to]?.focus();
  });
  body.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || !target.matches('.paragraph-link')) return;
    for (const link of links) link.tabIndex = link === target ? 0 : -1;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closeActions(body)?.focus();
  });
  for (const left of ['click', 'focusin'] as const)
    document.addEventListener(left, ({ target }) => {
      if (target instanceof Element && !target.closest('.paragraph-actions, .paragraph-link'))
        closeActions(body);
    });
}

function openActions(block: HTMLElement, link: HTMLAnchorElement, page: PageLetter | undefined): void {
  const buttons: HTMLElement[] = [];
  if (page && block.id.startsWith('p'))
    buttons.push(
      copyButton('引用本段', () =>
        formatQuotation(page.letter, citedPlace(page, new Date(), block.id), {
          text: readPassage(block),
          place: placeOf(block),
        }),
      ),
    );
  buttons.push(copyButton('复制网址', () => link.href));
  const group = { class: 'paragraph-actions', role: 'group', 'aria-label': placeOf(block) };
  link.after(element('span', group, ...buttons));
  link.setAttribute('aria-expanded', 'true');
  block.dataset.cited = '';
}

/** Closes what is open. @returns The link that had opened it. */
function closeActions(body: HTMLElement): HTMLAnchorElement | undefined {
  const actions = body.querySelector('.paragraph-actions');
  const link = actions?.previousElementSibling;
  if (!actions || !(link instanceof HTMLAnchorElement)) return undefined;
  link.setAttribute('aria-expanded', 'false');
  delete actions.parentElement?.dataset.cited;
  actions.remove();
  return link;
}

/** 第12段; of a heading its text. */
function placeOf(block: HTMLElement): string {
  return block.id.startsWith('p') ? `第${block.id.slice(1)}段` : readPassage(block);
}

/** The text of a passage as the letter has it, without the passages inside that have numbers of their own. */
function readPassage(block: HTMLElement): string {
  const copy = block.cloneNode(true);
  if (!(copy instanceof HTMLElement)) return '';
  for (const inner of copy.querySelectorAll('[id], .paragraph-link, .paragraph-actions')) inner.remove();
  return copy.textContent.trim();
}

function copyButton(text: string, read: () => string): HTMLButtonElement {
  const button = element('button', { class: 'button', type: 'button' }, text);
  connectCopyButton(button, read);
  return button;
}
