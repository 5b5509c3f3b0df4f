import { copyText } from './clipboard.ts';

/**
 * Gives every paragraph and heading of a letter a link to itself, which also copies its address, so that a passage
 * can be cited. Without scripts the anchors work all the same.
 */
export function addParagraphLinks(body: HTMLElement): void {
  for (const block of body.querySelectorAll<HTMLElement>(':is(p, h2, h3, h4, li)[id]')) {
    const link = document.createElement('a');
    link.className = 'paragraph-link';
    link.href = `#${block.id}`;
    link.title = '复制本段网址';
    // A convenience for the mouse: read aloud or tabbed to at every paragraph, it would bury the letter. The style
    // sheet draws its symbol, so that copied text does not contain it.
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
