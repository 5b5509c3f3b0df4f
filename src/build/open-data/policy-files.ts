import { gzipSync } from 'fflate';
import { address } from '../../archive/address.ts';
import { makePolicyRecord, writePolicyHead, writePolicyRows } from '../../data/policies/policy-record.ts';
import { compareText } from '../../reply/text-order.ts';
import type { ContentSnapshot } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import { lazy } from '../lazy.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';

/**
 * Writes the policies that letters cite, ordered by their keys: records as JSON Lines, compressed, and a table.
 *
 * @param program Digest of the program.
 * @returns How many there are.
 */
export function writePolicies(
  edition: EditionFolder,
  snapshot: Pick<ContentSnapshot, 'letters' | 'policies' | 'frame'>,
  program: string,
): number {
  const { letters, frame } = snapshot;
  const { url } = frame.site;
  const key = digest(
    'policies',
    program,
    url,
    letters.map(({ digest: own, statementsDigest }) => [own, statementsDigest]),
  );
  const lines = address.dataFile('policies.jsonl.gz');
  const table = address.dataFile('policies.csv');
  const all = lazy(() => {
    const { years, repeated } = snapshot.policies;
    const once = years.flatMap(({ policies }) => policies).filter((policy) => policy.letters.length === 1);
    return [...repeated, ...once].sort((a, b) => compareText(a.key, b.key));
  });
  const records = () => all().map((policy) => makePolicyRecord(policy, url));
  if (!edition.keep(lines, key)) {
    const text = records().map((record) => `${JSON.stringify(record)}\n`);
    // The lowest level that shrinks text well: the file changes with every letter.
    edition.write(lines, key, gzipSync(Buffer.from(text.join('')), { level: 3, mtime: 0 }));
  }
  if (!edition.keep(table, key))
    edition.write(table, key, writePolicyHead() + records().map(writePolicyRows).join(''));
  const [count] = edition.workOut(digest('count', key), () => [String(all().length)]);
  return Number(count);
}
