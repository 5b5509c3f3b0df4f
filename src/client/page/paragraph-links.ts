import { copyText } from './clipboard.ts';

/**
 * Gives every paragraph and heading of a letter a link to itself. Following it copies its address,
 * so that a passage can be cited; without a script the anchors work all the same.
 */
export function addParagraphLinks(body: HTMLElement): void {
  for (const block of body.querySelectorAll<HTMLElement>(':is(p, h2, h3, h4, li)[id]')) {
    const link = document.createElement('a');
    link.className = 'paragraph-link';
    link.href = `#${block.id}`;
    link.title = '复制本段网址';
    // A convenience for the mouse: read out or tabbed to at every paragraph it would bury the letter.
    // Its sign is drawn by the style sheet, so that copied text does not carry it.
    link.setAttribute('aria-hidden', 'true');
    link.tabIndex = -1;
    link.addEventListener('click', () => {
      void copyText(link.href).then((copied) => {
        if (!copied) return;
        link.dataset.copied = '';
        setTimeout(() => delete link.dataset.copied, 2000);
      });
    });
    block.append(link);
  }
}
