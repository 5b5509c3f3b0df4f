import { extensionOf, formats, headOf } from './format.ts';

/**
 * The name under which a received file is published. It keeps its extension only where its bytes are of a
 * format in the table and the extension is one of that format's. Anything else, such as a web page, an SVG
 * or a file without an extension, gets `.txt` appended: a browser shows its source and runs nothing.
 *
 * @param name A file name, or a path whose folders stay as they are.
 * @param bytes The file, or at least its first `headLength` bytes.
 */
export function publishedName(name: string, bytes: Uint8Array): string {
  const extension = extensionOf(name);
  if (extension === 'txt') return name;
  const head = headOf(bytes);
  const fits = formats.some(
    ({ extensions, matches }) => Object.hasOwn(extensions, extension) && matches(head),
  );
  return fits ? name : `${name}.txt`;
}
