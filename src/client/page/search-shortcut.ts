/**
 * Focuses a search box of the page: by `/` outside a text field the page's own, which the home page and the search page
 * have, or else the quick find of the header; by Ctrl+K (⌘K) the quick find wherever there is one.
 */
export function focusSearchByKey(): void {
  document.addEventListener('keydown', (event) => {
    const box = boxFor(event);
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

function boxFor(event: KeyboardEvent): HTMLInputElement | null {
  if (event.altKey || event.isComposing) return null;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k')
    return document.querySelector('form[data-quick-find] input');
  if (event.key !== '/' || event.ctrlKey || event.metaKey || isField(event.target)) return null;
  return document.querySelector('main input[type=search]') ?? document.querySelector('input[type=search]');
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  );
}
