import { inflateText, loadStamped, readStamps, type LoadFile } from '../form/data-file.ts';
import { numberKey, parseTypedNumber, type NumberLabel, type TypedNumber } from '../query/number-key.ts';
import { bucketOf, numberFile, type NumberBucket, type NumberTable } from '../form/number-table.ts';
import { isTextTerm, type Query } from '../query/query.ts';
import type { DirectHit } from './search-answer.ts';
import { parseSessionKey, type Session } from '../../data/lists/session-key.ts';

/** Makes a function that finds the letters with a typed number, newest first, each once. */
export function createNumberLookup(
  { count, stamps }: NumberTable,
  load: LoadFile,
): (typed: TypedNumber) => Promise<DirectHit[]> {
  return async ({ key, labels, session }) => {
    const bucket = bucketOf(key, count);
    const stamp = readStamps(stamps)[bucket] ?? 0;
    if (stamp === 0) return [];
    const bytes = await loadStamped(load, { name: numberFile(bucket), stamp });
    const { letters, numbers } = JSON.parse(inflateText(bytes)) as NumberBucket;
    const seen = new Set<string>();
    return (Object.hasOwn(numbers, key) ? (numbers[key] ?? []) : []).flatMap(([index, label, number]) => {
      const [id = '', text = '', isTopic, issuer = '', date = '', held = ''] = letters[index] ?? [];
      const fits =
        labels.includes(label) && (session === undefined || agrees(session, parseSessionKey(held)));
      // A proposal's number may be the index number too.
      if (!fits || seen.has(id)) return [];
      seen.add(id);
      return [{ id, text, isTopic: isTopic === 1, issuer, ...(date !== '' && { date }), label, number }];
    });
  };
}

/** Reads a query that is nothing but a number. */
export function readNumberQuery(text: string, { clauses }: Query): TypedNumber | undefined {
  const [term, ...others] = clauses.flat();
  if (term === undefined || others.length > 0 || isTextTerm(term)) return parseTypedNumber(text);
  if (term.negated || !('value' in term.test)) return undefined;
  const label = fieldLabels[term.test.field];
  return label && { key: numberKey(term.test.value), labels: [label] };
}

const fieldLabels: Partial<Record<string, NumberLabel>> = {
  document: '发文字号',
  index: '索引号',
  proposal: '编号',
};

/** Whether a letter's session matches the parts that were typed; 市政协 is that of any city. */
function agrees(typed: Session, held: Session): boolean {
  const { scope } = typed;
  const ofPlace = scope === undefined || held.scope?.endsWith(scope) === true;
  const same = (['assembly', 'term', 'session'] as const).every(
    (part) => typed[part] === undefined || typed[part] === held[part],
  );
  return ofPlace && same;
}
