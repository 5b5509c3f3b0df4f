import { readFileSync } from 'node:fs';
import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm';

/** Validators of published files: each throws, or lists what is wrong with a document. */

type XmlStandard = 'atom.rng' | 'sitemap.xsd' | 'opensearch.rng';

function read(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

interface XmlValidator {
  validate: (document: XmlDocument) => void;
}

const validators = new Map<XmlStandard, XmlValidator>();

/** The validator of a standard, made once: that takes much longer than a document. */
function validatorOf(standard: XmlStandard): XmlValidator {
  const known = validators.get(standard);
  if (known) return known;
  using schema = XmlDocument.fromString(read(standard));
  const made = standard.endsWith('.xsd')
    ? XsdValidator.fromDoc(schema)
    : // libxml2 deprecates RELAX NG, but XML Schema cannot express the free order of elements in RFC 4287.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      RelaxNGValidator.fromDoc(schema);
  validators.set(standard, made);
  return made;
}

/** @throws Error of libxml2 with line and reason when `xml` is not well-formed or violates the standard. */
export function validateXml(xml: string, standard: XmlStandard): void {
  using document = XmlDocument.fromString(xml);
  validatorOf(standard).validate(document);
}

/** Lists how `value` violates a JSON Schema (draft 2020-12), one line for each problem. */
export function jsonProblems(value: unknown, schema: AnySchema): string[] {
  return problemsOf(value, compile(schema));
}

function compile(schema: AnySchema): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

function problemsOf(value: unknown, validate: ValidateFunction): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

let isJsonFeed: ValidateFunction | undefined;

/** Lists how `feed` violates JSON Feed 1.1. */
export function jsonFeedProblems(feed: unknown): string[] {
  isJsonFeed ??= compile(JSON.parse(read('json-feed.schema.json')) as AnySchema);
  return problemsOf(feed, isJsonFeed);
}
