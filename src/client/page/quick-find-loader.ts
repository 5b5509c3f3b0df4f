/**
 * Loads the quick find of a search form when the visitor first goes to its box, and nothing before.
 *
 * @param form Names the script: `data-quick-find`.
 */
export function loadQuickFindOnFocus(form: HTMLFormElement): void {
  const box = form.querySelector('input');
  const load = () => {
    const script = document.createElement('script');
    script.src = form.dataset.quickFind ?? '';
    document.head.append(script);
  };
  if (document.activeElement === box) load();
  else box?.addEventListener('focus', load, { once: true });
}
