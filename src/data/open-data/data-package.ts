import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Site } from '../../reply/site.ts';
import { tableColumns } from './letter-table.ts';

/** A written file of the open data. */
export interface DataFile {
  /** Name below `data/`. */
  path: string;
  /** Size in bytes. */
  bytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

/** Name below `data/` of the file that describes the others. */
export const packageName = 'datapackage.json';

const resourceSchema = z.object({
  name: z.string(),
  path: z.string(),
  title: z.string(),
  format: z.string(),
  mediatype: z.string(),
  encoding: z.literal('utf-8'),
  bytes: z.int().nonnegative(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  schema: z
    .object({ fields: z.array(z.object({ name: z.string(), type: z.string(), description: z.string() })) })
    .optional(),
});

/** The part of a Data Package (datapackage.org, version 2) that the archive uses. */
const dataPackageSchema = z.object({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.literal('dafu'),
  title: z.string(),
  description: z.string(),
  homepage: z.url().optional(),
  licenses: z.array(z.object({ title: z.string(), path: z.url().optional() })),
  /** Not part of the standard: how many letters each file contains. */
  letters: z.int().nonnegative(),
  resources: z.array(resourceSchema),
});
export type DataPackage = z.infer<typeof dataPackageSchema>;

const formats = {
  'replies.json': { title: '题录和正文，JSON', format: 'json', mediatype: 'application/json' },
  'replies.jsonl': { title: '题录和正文，JSON Lines', format: 'jsonl', mediatype: 'application/jsonl' },
  'replies.csv': { title: '题录，CSV 表格', format: 'csv', mediatype: 'text/csv' },
  'reply.schema.json': { title: '格式，JSON Schema', format: 'json', mediatype: 'application/schema+json' },
};
export type DataFileName = keyof typeof formats;

/** Describes the files of the open data. There is no date, so that two builds of an archive are identical. */
export function describeDataFiles(
  files: readonly (DataFile & { path: DataFileName })[],
  letters: number,
  site: Pick<Site, 'name' | 'description' | 'url' | 'licence'>,
): DataPackage {
  const { name: title, description, url, licence } = site;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'dafu',
    title,
    description,
    ...(url !== undefined && { homepage: url }),
    licenses: [{ title: licence.name, ...(licence.url !== undefined && { path: licence.url }) }],
    letters,
    resources: files.map(({ path, bytes, sha256 }) => ({
      name: path.replaceAll('.', '-'),
      path,
      ...formats[path],
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      ...(path === 'replies.csv' && { schema: { fields: describeTableFields() } }),
    })),
  };
}

function describeTableFields() {
  return tableColumns.map(({ title, description }) => ({ name: title, type: 'string', description }));
}

/**
 * Reads the description of the open data that the build has written.
 *
 * @returns undefined outside of a build, as in `npm run dev`.
 */
export async function readDataPackage(): Promise<DataPackage | undefined> {
  const folder = process.env.DAFU_OPEN_DATA;
  if (folder === undefined) return undefined;
  return dataPackageSchema.parse(JSON.parse(await readFile(join(folder, packageName), 'utf8')));
}
