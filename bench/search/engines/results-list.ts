/** Results on the first page. */
export const pageSize = 20;

/** Shows the first results as links with excerpts. Runs in a peer's search page. */
export function showResults(results: readonly { address: string; title: string; excerpt?: string }[]): void {
  const items = results.map(({ address, title, excerpt }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = address;
    link.textContent = title;
    item.append(link);
    if (excerpt !== undefined) {
      const text = document.createElement('p');
      text.innerHTML = excerpt;
      item.append(text);
    }
    return item;
  });
  document.querySelector('ol[data-results]')?.replaceChildren(...items);
}

/** Fetches a file of the index. */
export async function fetchIndex(name: string): Promise<string> {
  const response = await fetch(`index/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
}
