/** How many bytes of a file's beginning decide its format. */
export const headLength = 4096;

/** A format in which a received file is published under its own name. */
export interface OriginalFormat {
  /** Whether a file with this beginning is of the format. Bytes are given as Latin-1 characters. */
  matches: (head: string) => boolean;
  /** The extensions of the format, in lower case, each with its media type; the usual one first. */
  extensions: Readonly<Record<string, string>>;
}

const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';
/** Office programs go by content: a new document under an old extension opens, and WPS has no other. */
const office = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  wps: 'application/wps-office.wps',
  et: 'application/wps-office.et',
};
/** A ZIP, or encrypted an OLE2 container ([MS-OFFCRYPTO]). */
const officeOpenXml = {
  docx: `${openXml}.wordprocessingml.document`,
  xlsx: `${openXml}.spreadsheetml.sheet`,
  pptx: `${openXml}.presentationml.presentation`,
};

/**
 * Every format of which browsers run nothing. A signature is at the very beginning, where a browser that
 * sniffs looks for markup first: whatever follows it cannot be taken for a page. Container formats are not
 * opened: a ZIP is as inert under the name of one office format as of another.
 */
const originalFormats: readonly OriginalFormat[] = [
  // Some programs put white space or a byte order mark first, which is no markup either.
  { matches: startsWith(/^(?:\xef\xbb\xbf)?\s{0,1024}%PDF-\d/), extensions: { pdf: 'application/pdf' } },
  {
    matches: startsWith(/^PK(?:\x03\x04|\x05\x06)/),
    extensions: {
      zip: 'application/zip',
      ...officeOpenXml,
      ...office,
      odt: `${openDocument}.text`,
      ods: `${openDocument}.spreadsheet`,
      odp: `${openDocument}.presentation`,
      ofd: 'application/ofd',
    },
  },
  {
    matches: startsWith(/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/),
    extensions: { ...office, ...officeOpenXml },
  },
  { matches: startsWith(/^\{\\rtf1/), extensions: { rtf: 'application/rtf', doc: 'application/msword' } },
  { matches: startsWith(/^Rar!\x1a\x07/), extensions: { rar: 'application/vnd.rar' } },
  { matches: startsWith(/^7z\xbc\xaf\x27\x1c/), extensions: { '7z': 'application/x-7z-compressed' } },
  { matches: isTable, extensions: { csv: 'text/csv' } },
];

/** Pictures that a letter may show. No SVG: it can contain scripts. */
const pictureFormats: readonly OriginalFormat[] = [
  { matches: startsWith(/^\x89PNG\r\n\x1a\n/), extensions: { png: 'image/png' } },
  {
    matches: startsWith(/^\xff\xd8\xff/),
    extensions: { jpg: 'image/jpeg', jpeg: 'image/jpeg', jpe: 'image/jpeg', jfif: 'image/jpeg' },
  },
  { matches: startsWith(/^GIF8[79]a/), extensions: { gif: 'image/gif' } },
  { matches: startsWith(/^RIFF[\s\S]{4}WEBP/), extensions: { webp: 'image/webp' } },
  { matches: startsWith(/^BM[\s\S]{4}\0{4}/), extensions: { bmp: 'image/bmp' } },
];

/** Pictures that browsers do not show; they are kept as files. */
const scanFormats: readonly OriginalFormat[] = [
  {
    matches: startsWith(/^(?:II[*+]\0|MM\0[*+])/),
    extensions: { tif: 'image/tiff', tiff: 'image/tiff' },
  },
];

/** The table of formats that are published under their own extensions. Plain text is what all else becomes. */
export const formats: readonly OriginalFormat[] = [...originalFormats, ...pictureFormats, ...scanFormats];

/**
 * The format of a picture from its first bytes.
 *
 * @param scans Whether TIFF counts too, which browsers do not show.
 * @returns undefined for what is no picture, SVG among it.
 */
export function pictureFormat(bytes: Uint8Array, scans = false): OriginalFormat | undefined {
  const head = headOf(bytes);
  return [...pictureFormats, ...(scans ? scanFormats : [])].find(({ matches }) => matches(head));
}

/** A picture's name with the extension of its format; an extension that does not match stays before it. */
export function pictureName(name: string, bytes: Uint8Array): string {
  const extensions = pictureFormat(bytes, true)?.extensions;
  if (!extensions || Object.hasOwn(extensions, extensionOf(name))) return name;
  return `${name}.${Object.keys(extensions)[0] ?? ''}`;
}

/** Whether bytes are a document, picture or archive of the table, or text without markup. */
export function isDocument(bytes: Uint8Array): boolean {
  const head = headOf(bytes);
  return head !== '' && formats.some(({ matches }) => matches(head));
}

/** The beginning of a file as Latin-1 characters, one a byte. */
export function headOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, headLength));
}

/** The extension of a name in lower case, without its dot; empty where there is none. */
export function extensionOf(name: string): string {
  return /[^/]\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function startsWith(signature: RegExp): (head: string) => boolean {
  return (head) => signature.test(head);
}

/** Text without markup: CSV has no signature, and a page under its name must not pass. */
function isTable(head: string): boolean {
  const text = /^(?:\xff\xfe|\xfe\xff)/.test(head) ? head.replaceAll('\0', '') : head;
  return !text.includes('\0') && !/<[a-z!?/]/i.test(text);
}
