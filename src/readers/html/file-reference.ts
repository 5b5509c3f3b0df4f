/** Names of documents and images: a link to one is a link to an attachment. */
export const documentExtension =
  /\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|zip|rar|7z|rtf|txt|csv|jpe?g|png|tiff?|bmp)$/i;

/** Whether a reference of a page carries the bytes itself (RFC 2397). */
export function isEmbedded(reference: string): boolean {
  return /^data:/i.test(reference);
}

/** The bytes that a `data:` reference carries. */
export function embeddedBytes(reference: string): Uint8Array | undefined {
  const parts = /^data:[^,]*?(;base64)?,(.*)$/is.exec(reference);
  if (!parts) return undefined;
  return parts[1] ? Buffer.from(parts[2] ?? '', 'base64') : Buffer.from(decodePercent(parts[2] ?? ''));
}

/** The path that a reference takes from the page's own folder; nothing outside that folder. */
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
 * The name of the file that a reference leads to: the path's last part, or the parameter of a download
 * script that has one. Embedded bytes have no name; their media type is the sender's and not to be trusted.
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
