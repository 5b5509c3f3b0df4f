/**
 * Tells what the classes of outcome mean.
 *
 * @param scales The scales of `site.yml` as JSON: by body, the meaning of each class.
 * @returns The meaning of a class; of one that bodies understand differently, what it means to each. Undefined if no
 *   scale has it.
 */
export function readOutcomeMeanings(scales: string | undefined): (value: string) => string | undefined {
  const parsed: unknown = JSON.parse(scales ?? '{}');
  const meanings = entriesOf(parsed).map(([body, scale]) => ({ body, classes: new Map(entriesOf(scale)) }));
  return (value) => {
    const found = meanings.flatMap(({ body, classes }) => {
      const meaning = classes.get(value);
      return typeof meaning === 'string' ? [{ body, meaning }] : [];
    });
    const [first] = found;
    if (first === undefined) return undefined;
    if (found.every(({ meaning }) => meaning === first.meaning)) return first.meaning;
    return found.map(({ body, meaning }) => `${body}：${meaning}`).join('；');
  };
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
