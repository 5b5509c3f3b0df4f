import { join } from 'node:path';
import { followUpSchema, type FollowUp } from '../reply/follow-up.ts';
import { errorAt, fileStart, type Finding } from './finding.ts';
import { schemaFindings } from './schema-findings.ts';
import { readText, readTextFile, type TextFile } from './text-file.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** What editors recorded of the commitments of a letter, or what is wrong with the file. */
export interface FollowUpFile {
  /** The path that findings name. */
  path: string;
  /** Absent when something is wrong with the file. */
  followUp?: FollowUp;
  findings: Finding[];
  /** Place of a value. */
  locate: YamlSource['locate'];
}

/** Path below the content folder of the file on a letter. @param id `<year>/<id>` */
export function followUpPath(id: string): string {
  return `follow-up/${id}.yml`;
}

/**
 * Reads the file on the commitments of a letter: the one way to read it.
 *
 * @param id `<year>/<id>` of the letter.
 * @returns undefined where there is none, as for most letters.
 */
export function readFollowUpFile(content: string, id: string): FollowUpFile | undefined {
  const text = readTextFile(join(content, followUpPath(id)));
  return text.findings.some(({ rule }) => rule === 'missing') ? undefined : readFollowUp(text);
}

/** Reads a record that is not written yet. @param path The path that findings name. */
export function readFollowUpBytes(path: string, bytes: Buffer): FollowUpFile {
  return readFollowUp(readText(path, bytes));
}

function readFollowUp({ path, source, findings }: TextFile): FollowUpFile {
  if (findings.length > 0) return { path, findings, locate: () => fileStart };
  const yaml = readYaml(source);
  const { locate } = yaml;
  if (yaml.errors.length > 0)
    return {
      path,
      findings: yaml.errors.map(({ text, fix, ...place }) => errorAt(path, place, 'yaml', text, fix)),
      locate,
    };
  const parsed = schemaFindings({ path, source }, yaml, followUpSchema);
  return { path, ...(parsed.value && { followUp: parsed.value }), findings: parsed.findings, locate };
}
