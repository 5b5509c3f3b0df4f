import { address } from '../offline/address.ts';
import type { Result } from '../search/engine.ts';
import type { Piece } from '../search/excerpt.ts';

/**
 * Makes the list item of a result from the page's template.
 *
 * @param template Holds `[data-title]` (a link), `[data-facts]` and `[data-excerpt]`.
 * @param root Address of the edition's root.
 */
export function resultItem(
  template: HTMLTemplateElement,
  result: Result,
  query: string,
  root: URL,
): HTMLElement {
  const item = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  item.dataset.id = result.id;
  const letter = new URL(address.reply(result.id), root);
  letter.searchParams.set('q', query);

  const title = item.querySelector<HTMLAnchorElement>('[data-title]');
  if (title) {
    title.href = letter.href;
    title.replaceChildren(...marked(result.title));
  }
  const facts = [result.header['发文字号'], result.header['发文机关'], readableDay(result.date)];
  item.querySelector('[data-facts]')?.replaceChildren(
    ...facts
      .filter((fact) => fact !== undefined && fact !== '')
      .map((fact) => {
        const part = document.createElement('span');
        part.textContent = fact ?? '';
        return part;
      }),
  );
  const text = item.querySelector('[data-excerpt]');
  if (text) {
    if (result.label !== undefined) text.append(`${result.label}：`);
    text.append(...marked(result.pieces));
  }
  const place = item.querySelector<HTMLAnchorElement>('[data-heading]');
  if (place && result.heading) {
    const there = new URL(letter);
    there.hash = result.anchor ?? result.heading.id;
    place.href = there.href;
    place.textContent = result.heading.text;
    place.hidden = false;
  }
  return item;
}

function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, marked: isMarked }) => {
    if (!isMarked) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

/** 2019-06-10 as 2019年6月10日. */
function readableDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return date === '' ? '' : `${year ?? ''}年${month ?? ''}月${day ?? ''}日`;
}
