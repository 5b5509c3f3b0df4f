import type { z } from 'zod';
import { findExcess } from '../markdown/bounds/bounds.ts';
import { positionsIn } from '../reply/position.ts';
import type { Position } from '../reply/position.ts';
import { errorAt, fileStart, type Finding } from './finding.ts';
import { cutFrontmatter } from './frontmatter-block.ts';
import { frontmatterFault } from './frontmatter-fault.ts';
import { hiddenEntities } from './hidden-text.ts';
import { schemaFindings } from './schema-findings.ts';
import { readText, readTextFile, type TextFile } from './text-file.ts';
import { readYaml, type SourceSpan } from './yaml-source.ts';

/** A Markdown file of the content folder, as checks, pages, search and open data see it. */
export interface MarkdownFile<T> extends TextFile {
  /** The frontmatter, when nothing is wrong with the file. */
  frontmatter?: T;
  /** Whatever the frontmatter's YAML says, valid or not. */
  data: unknown;
  /** The Markdown after the frontmatter; empty where it cannot be rendered. */
  body: string;
  /** Where `body` begins in `source`, in UTF-16 code units. */
  bodyAt: number;
  /** Place of a frontmatter value (of its parent where the value is missing). */
  locate: (keys: readonly PropertyKey[]) => Position;
  /** Place of a frontmatter key. */
  locateKey: (keys: readonly PropertyKey[]) => Position;
  /** The text of a frontmatter key in the file. */
  keySpan: (keys: readonly PropertyKey[]) => SourceSpan | undefined;
  /** The text of a frontmatter value in the file. */
  span: (keys: readonly PropertyKey[]) => SourceSpan | undefined;
}

/** Reads a Markdown file with frontmatter: the one way to read letters and pages. */
export function readMarkdownFile<T>(file: string, schema: z.ZodType<T>): MarkdownFile<T> {
  return readMarkdown(readTextFile(file), schema);
}

/** The same for bytes that are not written yet. @param path The path that findings name. */
export function readMarkdownBytes<T>(path: string, bytes: Buffer, schema: z.ZodType<T>): MarkdownFile<T> {
  return readMarkdown(readText(path, bytes), schema);
}

function readMarkdown<T>(text: TextFile, schema: z.ZodType<T>): MarkdownFile<T> {
  const { path, source } = text;
  const unread = {
    ...text,
    data: undefined,
    body: '',
    bodyAt: 0,
    locate: () => fileStart,
    locateKey: () => fileStart,
    span: () => undefined,
    keySpan: () => undefined,
  };
  if (source === '' && text.findings.length > 0) return unread;
  const block = cutFrontmatter(source);
  if (!block) {
    const { text: said, fix, ...place } = frontmatterFault(source);
    return { ...unread, findings: [...text.findings, errorAt(path, place, 'frontmatter', said, fix)] };
  }
  const bodyAt = block.end;
  const body = source.slice(bodyAt);
  const yaml = readYaml(block.yaml, { line: 2, offset: block.start });
  const excesses = findExcess(body).map(({ at, text: said }) =>
    errorAt(path, positionsIn(source)(bodyAt + at), 'nesting', said),
  );
  const findings: Finding[] = [
    ...text.findings,
    ...yaml.errors.map(({ text: said, fix, ...place }) => errorAt(path, place, 'yaml', said, fix)),
    ...excesses,
    ...hiddenEntities(path, source, bodyAt),
  ];
  const read = {
    ...text,
    data: yaml.data,
    body: excesses.length > 0 ? '' : body,
    bodyAt,
    locate: yaml.locate,
    locateKey: yaml.locateKey,
    span: yaml.span,
    keySpan: yaml.keySpan,
    findings,
  };
  if (yaml.errors.length > 0 || text.findings.length > 0) return read;
  const parsed = schemaFindings(text, yaml, schema);
  findings.push(...parsed.findings);
  return {
    ...read,
    ...(findings.length === 0 && parsed.value !== undefined && { frontmatter: parsed.value }),
  };
}
