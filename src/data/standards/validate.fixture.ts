import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm';

/** Validators of published files: each throws, or lists what is wrong with a document. */

type XmlStandard = 'atom.rng' | 'sitemap.xsd' | 'opensearch.rng';

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** @throws Error of libxml2 with line and reason when `xml` is not well-formed or violates the standard. */
export function validateXml(xml: string, standard: XmlStandard): void {
  using schema = XmlDocument.fromString(read(standard));
  using validator = standard.endsWith('.xsd')
    ? XsdValidator.fromDoc(schema)
    : // libxml2 deprecates RELAX NG, but XML Schema cannot express the free order of elements in RFC 4287.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      RelaxNGValidator.fromDoc(schema);
  using document = XmlDocument.fromString(xml);
  validator.validate(document);
}

/** Lists how `value` violates a JSON Schema (draft 2020-12), one line for each problem. */
export function jsonProblems(value: unknown, schema: AnySchema): string[] {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** Lists how `feed` violates JSON Feed 1.1. */
export function jsonFeedProblems(feed: unknown): string[] {
  return jsonProblems(feed, JSON.parse(read('json-feed.schema.json')) as AnySchema);
}
