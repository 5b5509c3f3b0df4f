import {
  formatBibtexEntry,
  formatGbReference,
  formatPlainReference,
  formatRisRecord,
  type CitedLetter,
  type CitedPlace,
} from '../../data/letter/citation.ts';
import { element } from '../elements.ts';
import { connectCopyButton } from '../page/clipboard.ts';
import { saveFile } from '../saved-file.ts';
import { citedPlace, isLocalCopy, type PageLetter } from './cited-letter.ts';

const formats: Record<string, (letter: CitedLetter, place: CitedPlace) => string> = {
  'gb-2025': (letter, place) => formatGbReference(letter, place, 2025),
  'gb-2015': (letter, place) => formatGbReference(letter, place, 2015),
  plain: formatPlainReference,
};

/**
 * Fills today and this page's address into the citations of a letter, and adds what needs a script: buttons that copy
 * them, and files for reference managers.
 *
 * @param list The page's citations; the text of each is in the page without a script, too.
 */
export function connectCitations(list: HTMLElement, page: PageLetter): void {
  const place = citedPlace(page, new Date());
  for (const form of list.querySelectorAll<HTMLElement>('[data-form]')) {
    const text = form.querySelector('dd');
    const format = formats[form.dataset.form ?? ''];
    if (!text || !format) continue;
    text.textContent = format(page.letter, place);
    const label = form.querySelector('dt')?.textContent ?? '';
    form.append(
      element(
        'dd',
        {},
        copyButton('复制', `复制 ${label}`, () => text.textContent),
      ),
    );
  }
  const name = page.id.replaceAll('/', '-');
  const bibtex = () => formatBibtexEntry(page.letter, page.id, place);
  const files = element(
    'dd',
    { class: 'citation-files' },
    copyButton('复制 BibTeX', '复制 BibTeX', bibtex),
    saveButton('下载 BibTeX', () => {
      saveFile(`${name}.bib`, 'application/x-bibtex', bibtex());
    }),
    saveButton('下载 RIS', () => {
      const ris = formatRisRecord(page.letter, page.id, place);
      saveFile(`${name}.ris`, 'application/x-research-info-systems', ris);
    }),
  );
  list.append(element('div', {}, element('dt', {}, '文献管理软件'), files));
  if (isLocalCopy())
    list.after(
      element('p', { class: 'quiet' }, '本页是离线副本中的文件，没有网址；引文写的是本件在副本中的位置。'),
    );
}

function copyButton(text: string, name: string, read: () => string): HTMLButtonElement {
  const button = element('button', { class: 'button', type: 'button', 'aria-label': name }, text);
  connectCopyButton(button, read);
  return button;
}

function saveButton(text: string, save: () => void): HTMLButtonElement {
  const button = element('button', { class: 'button', type: 'button' }, text);
  button.addEventListener('click', save);
  return button;
}
