import type { Site } from '../../reply/site.ts';
import { commitmentColumns } from '../commitments/commitment-record.ts';
import { policyColumns } from '../policies/policy-record.ts';
import { commonTextColumns } from './common-text-table.ts';
import { questionColumns } from './question-table.ts';
import { tableColumns } from './letter-table.ts';
import type { DataField } from './record-schema.ts';

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

/** A file of the package. */
interface DataResource {
  name: string;
  path: string;
  title: string;
  format: string;
  mediatype: string;
  encoding: 'utf-8';
  /** Size. */
  bytes: number;
  /** `sha256:` and the hash. */
  hash: string;
  /** Of a table: its columns. */
  schema?: { fields: { name: string; type: string; description: string }[] };
}

/** The part of a Data Package (datapackage.org, version 2) that the archive uses. */
export interface DataPackage {
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json';
  name: 'dafu';
  title: string;
  description: string;
  homepage?: string;
  licenses: { title: string; path?: string }[];
  /** Not part of the standard: how many letters, commitments and policies the files contain. */
  letters: number;
  commitments: number;
  policies: number;
  resources: DataResource[];
}

const formats = {
  'replies.jsonl.gz': {
    title: '题录和正文，JSON Lines，gzip 压缩',
    format: 'jsonl',
    mediatype: 'application/gzip',
  },
  'replies.csv': { title: '题录，CSV 表格', format: 'csv', mediatype: 'text/csv' },
  'reply.schema.json': {
    title: '题录和正文的格式，JSON Schema',
    format: 'json',
    mediatype: 'application/schema+json',
  },
  'commitments.jsonl.gz': {
    title: '承诺，JSON Lines，gzip 压缩',
    format: 'jsonl',
    mediatype: 'application/gzip',
  },
  'commitments.csv': { title: '承诺，CSV 表格', format: 'csv', mediatype: 'text/csv' },
  'commitment.schema.json': {
    title: '承诺的格式，JSON Schema',
    format: 'json',
    mediatype: 'application/schema+json',
  },
  'policies.jsonl.gz': {
    title: '引用的文件，JSON Lines，gzip 压缩',
    format: 'jsonl',
    mediatype: 'application/gzip',
  },
  'policies.csv': { title: '引用的文件，CSV 表格', format: 'csv', mediatype: 'text/csv' },
  'policy.schema.json': {
    title: '引用的文件的格式，JSON Schema',
    format: 'json',
    mediatype: 'application/schema+json',
  },
  'questions.csv': { title: '重复提出的问题和它们的答复，CSV 表格', format: 'csv', mediatype: 'text/csv' },
  'common-text.csv': { title: '正文有相同文字的答复，CSV 表格', format: 'csv', mediatype: 'text/csv' },
};
export type DataFileName = keyof typeof formats;

/** The columns of each table. */
const columns: Partial<Record<DataFileName, readonly DataField[]>> = {
  'replies.csv': tableColumns,
  'commitments.csv': commitmentColumns,
  'policies.csv': policyColumns,
  'questions.csv': questionColumns,
  'common-text.csv': commonTextColumns,
};

/** Describes the files of the open data. There is no date, so that two builds of an archive are identical. */
export function describeDataFiles(
  files: readonly (DataFile & { path: DataFileName })[],
  { letters, commitments, policies }: Pick<DataPackage, 'letters' | 'commitments' | 'policies'>,
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
    commitments,
    policies,
    resources: files.map(({ path, bytes, sha256 }) => ({
      name: path.replaceAll('.', '-'),
      path,
      ...formats[path],
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
      ...describeTable(columns[path]),
    })),
  };
}

function describeTable(fields: readonly DataField[] | undefined): Pick<DataResource, 'schema'> {
  if (fields === undefined) return {};
  return {
    schema: {
      fields: fields.map(({ title, description }) => ({ name: title, type: 'string', description })),
    },
  };
}
