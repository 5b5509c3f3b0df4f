/** Focuses the page's search box when the visitor presses `/` outside a text field. */
export function focusSearchOnSlash(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { target } = event;
    if (
      target instanceof HTMLElement &&
      (target.isContentEditable ||
        target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
    )
      return;
    const box = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
