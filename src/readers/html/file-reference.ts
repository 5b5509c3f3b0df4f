/** Extensions of documents and images: a link to one is a link to an attachment. */
export const documentExtension =
  /\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|zip|rar|7z|rtf|txt|csv|jpe?g|png|tiff?|bmp)$/i;

/** Whether a reference is a `data:` URL, which contains the bytes (RFC 2397). */
export function isEmbedded(reference: string): boolean {
  return /^data:/i.test(reference);
}

/** The bytes in a `data:` URL; undefined for other references. */
export function embeddedBytes(reference: string): Uint8Array | undefined {
  const parts = /^data:[^,]*?(;base64)?,(.*)$/is.exec(reference);
  if (!parts) return undefined;
  return parts[1] ? Buffer.from(parts[2] ?? '', 'base64') : Buffer.from(decodePercent(parts[2] ?? ''));
}

/** A reference's path relative to the page's own folder; undefined when it leads outside. */
export function relativePath(reference: string): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|[\\/]|#)/i.test(reference)) return undefined;
  const segments = decodePercent(reference.split(/[?#]/, 1)[0] ?? '')
    .split(/[\\/]/)
    .filter((part) => part !== '.' && part !== '');
  return segments.length === 0 || segments.includes('..') || segments.some((part) => part.includes('\0'))
    ? undefined
    : segments.join('/');
}

/**
 * The name of the file that a reference leads to: the last segment of its path, or a parameter of a download
 * script that is a file name. Embedded bytes have no name, and their stated media type cannot be trusted.
 */
export function fileName(reference: string): string {
  if (isEmbedded(reference)) return 'image';
  const [path = '', query = ''] = reference.split(/[#]/, 1)[0]?.split('?', 2) ?? [];
  const parameter = query.split('&').map((pair) => decodePercent(pair.split('=').slice(1).join('=')));
  return (
    parameter.find((value) => documentExtension.test(value)) ??
    decodePercent(path).split(/[\\/]/).at(-1) ??
    ''
  );
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
