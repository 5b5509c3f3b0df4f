import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { knownSessionSchema } from '../reply/known-session.ts';
import { siteSchema } from '../reply/site.ts';
import type { Finding } from './finding.ts';
import { displayPath } from './letter-file.ts';
import { describeIssue } from './schema-issues.ts';
import { readYaml } from './yaml-source.ts';

/** `site.yml` is there and satisfies its schema. */
export async function checkSite(content: string): Promise<Finding[]> {
  const file = join(content, 'site.yml');
  const finding = (place: { line: number; column: number }, rule: string, text: string): Finding => ({
    path: displayPath(file),
    ...place,
    level: 'error',
    rule,
    text,
  });
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined)
    return [
      finding(
        { line: 1, column: 1 },
        'site',
        '没有 site.yml。请新建，写明 name、description、owner 和 licence.name。',
      ),
    ];
  const { data, locate, errors } = readYaml(text);
  if (errors.length > 0) return errors.map(({ text: said, ...place }) => finding(place, 'yaml', said));
  const result = siteSchema.safeParse(data ?? {});
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => describeIssue(issue, data ?? {}, knownKeys))
    .map(({ keys, rule, text: said }) => finding(locate(keys), rule, said));
}

function knownKeys([parent]: readonly PropertyKey[]): string[] {
  if (parent === 'licence') return Object.keys(siteSchema.shape.licence.shape);
  return Object.keys(parent === 'sessions' ? knownSessionSchema.shape : siteSchema.shape);
}
