// Writes small PDF files (ISO 32000-1, 7.5) for tests, independently of the reader.

/** The parts of an invented document; page and font objects are added. */
export interface PdfParts {
  /** Content streams, one per page. */
  pages: string[];
  /** The page's font resources: `/F1 5 0 R`. Tests may use object numbers from 100. */
  fonts?: string;
  xObjects?: string;
  /** Dictionaries of annotations, on each page. */
  annotations?: readonly string[];
  /** More of a page's resources: `/Properties << … >>`. */
  resources?: string;
  objects?: Record<number, string | Uint8Array>;
  mediaBox?: string;
  rotate?: number;
  /** The number of pages to claim, if not the true one. */
  count?: number;
  trailer?: string;
}

export function writePdf(parts: PdfParts): Uint8Array<ArrayBuffer> {
  const { pages, mediaBox = '0 0 595 842', objects = {} } = parts;
  const kids = pages.map((_, index) => 10 + index * 2);
  const all: Record<number, string | Uint8Array> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${parts.count ?? pages.length} >>`,
    ...objects,
  };
  for (const [index, content] of pages.entries()) {
    const resources = `/Font << ${parts.fonts ?? ''} >> /XObject << ${parts.xObjects ?? ''} >> ${parts.resources ?? ''}`;
    all[10 + index * 2] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Rotate ${parts.rotate ?? 0} /Resources << ${resources} >> /Annots [${(parts.annotations ?? []).join(' ')}] /Contents ${11 + index * 2} 0 R >>`;
    all[11 + index * 2] = stream('', Buffer.from(content, 'latin1'));
  }
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe4\xe5\n', 'latin1')];
  const offsets = new Map<number, number>();
  let length = chunks[0]?.length ?? 0;
  for (const [number, body] of Object.entries(all)) {
    offsets.set(Number(number), length);
    const chunk = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ]);
    chunks.push(chunk);
    length += chunk.length;
  }
  const rows = [...offsets].map(([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
  const trailer = `<< /Size 10000 /Root 1 0 R ${parts.trailer ?? ''} >>`;
  chunks.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Uint8Array.from(Buffer.concat(chunks));
}

/** A stream object with some dictionary entries. */
export function stream(entries: string, content: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${content.length} >>\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/** The objects and the resource `/F1` of a GBK font that is not embedded and has no ToUnicode. */
export const gbkFont = {
  fonts: '/F1 100 0 R',
  objects: {
    100: '<< /Type /Font /Subtype /Type0 /BaseFont /FangSong /Encoding /GBK-EUC-H /DescendantFonts [101 0 R] >>',
    101: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /FangSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [814 939 500] /FontDescriptor 102 0 R >>',
    102: '<< /Type /FontDescriptor /FontName /FangSong /Flags 6 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 95 >>',
  },
};

const gbkCodes = new Map<string, string>();

/** A text in GBK, as a PDF hexadecimal string. */
function gbkString(text: string): string {
  if (gbkCodes.size === 0)
    for (let high = 0x81; high <= 0xfe; high += 1)
      for (let low = 0x40; low <= 0xfe; low += 1) {
        const character = new TextDecoder('gb18030').decode(Uint8Array.of(high, low));
        if (character.length === 1 && !gbkCodes.has(character))
          gbkCodes.set(character, high.toString(16) + low.toString(16));
      }
  return `<${Array.from(text, (character) => gbkCodes.get(character) ?? (character.codePointAt(0) ?? 0x3f).toString(16).padStart(2, '0')).join('')}>`;
}

/** The operators that show a line of GBK text at a position, in `/F1`. */
export function lineAt(x: number, y: number, text: string, size = 16): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td ${gbkString(text)} Tj ET\n`;
}
