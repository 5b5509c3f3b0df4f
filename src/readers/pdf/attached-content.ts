import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF holds besides its pages. */
export interface AttachedContent {
  /** Names of the files in it. */
  files: string[];
  /** What form fields are filled with. */
  values: string[];
}

/** So many of a kind are named. */
const most = 20;
const longest = 80;

/** Lists the files in a PDF (ISO 32000-1, 7.11.4) and the values of its form fields (12.7). Damaged entries are ignored. */
export async function readAttachedContent(document: PDFDocumentProxy): Promise<AttachedContent> {
  const [attached, fields] = await Promise.all([
    document.getAttachments().catch(() => undefined) as Promise<unknown>,
    document.getFieldObjects().catch(() => undefined) as Promise<unknown>,
  ]);
  const files = valuesOf(attached).flatMap((one) => stringIn(one, 'filename') ?? []);
  const values = valuesOf(fields)
    .flat()
    .flatMap((field) => stringIn(field, 'value') ?? [])
    .filter((value) => value.trim() !== '' && value !== 'Off');
  return { files: bounded(files), values: bounded([...new Set(values)]) };
}

/** The values of a map or of an object; pdf.js returns the one or the other by version. */
function valuesOf(collection: unknown): unknown[] {
  if (collection instanceof Map) return [...(collection as Map<unknown, unknown>).values()];
  return typeof collection === 'object' && collection !== null ? Object.values(collection) : [];
}

function stringIn(value: unknown, key: string): string | undefined {
  const found =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

function bounded(texts: readonly string[]): string[] {
  return texts.slice(0, most).map((text) => text.slice(0, longest));
}
