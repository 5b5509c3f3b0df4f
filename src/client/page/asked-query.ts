/**
 * Shows the query in the address of the search page before the page's own script has come: in the box, once the page is
 * parsed, while 正在检索… is on the screen.
 */
export function showAskedQuery(): void {
  if (location.search === '') return;
  document.documentElement.dataset.asked = '';
  const text = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  // Deferred scripts run after this event, and before DOMContentLoaded.
  document.addEventListener(
    'readystatechange',
    () => {
      const box = document.querySelector<HTMLInputElement>('reply-search input[type=search]');
      if (box && text !== '') box.value = text;
    },
    { once: true },
  );
}
