import { strToU8, zipSync } from 'fflate';

/** The parts of an invented document; those left out are not in the file. */
export interface DocxParts {
  /** The content of `w:body`. */
  body: string;
  numbering?: string;
  styles?: string;
  footnotes?: string;
  header?: string;
  images?: Record<string, Uint8Array>;
  /** More entries, which replace generated ones of the same name. */
  entries?: Record<string, Uint8Array>;
}

const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Writes a minimal DOCX, independently of the reader. */
export function writeDocx(parts: DocxParts): Uint8Array {
  const { numbering, styles, footnotes, header, images = {} } = parts;
  const named = { numbering, styles, footnotes, header };
  const present = Object.entries(named).filter(([, content]) => content !== undefined);
  const relations = [
    ...present.map(([name]) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`),
    ...Object.keys(images).map(
      (name) => `<Relationship Id="${name}" Type="${office}/image" Target="media/${name}"/>`,
    ),
  ];
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${present
        .map(
          ([name]) =>
            `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`,
        )
        .join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      relationships([`<Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/>`]),
    ),
    'word/_rels/document.xml.rels': strToU8(relationships(relations)),
    'word/document.xml': strToU8(`${xml}<w:document ${spaces}><w:body>${parts.body}</w:body></w:document>`),
  };
  const roots = { numbering: 'numbering', styles: 'styles', footnotes: 'footnotes', header: 'hdr' };
  for (const [name, content] of present) {
    const root = roots[name as keyof typeof roots];
    files[`word/${name}.xml`] = strToU8(`${xml}<w:${root} ${spaces}>${content ?? ''}</w:${root}>`);
  }
  for (const [name, bytes] of Object.entries(images)) files[`word/media/${name}`] = bytes;
  // A fixed time makes the bytes reproducible; ZIP has none before 1980.
  return zipSync({ ...files, ...parts.entries }, { mtime: new Date(1980, 0, 1) });
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph; `content` is text, or XML when it starts with `<`. */
export function paragraph(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : run(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** The properties of a paragraph in a list. */
export function listed(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

/** A level of a list definition. */
export function level(index: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A list definition with one numbering of the same id. */
export function definition(id: number, ...levels: string[]): { abstract: string; use: string } {
  return {
    abstract: `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`,
    use: `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`,
  };
}

export function cell(text: string, properties = ''): string {
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${paragraph(text)}</w:tc>`;
}

function relationships(all: readonly string[]): string {
  return `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
}
