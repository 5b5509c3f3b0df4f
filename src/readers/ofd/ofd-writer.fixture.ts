// Writes small OFD files (GB/T 33190) for tests, independently of the reader.
import { strToU8, zipSync } from 'fflate';

/** A text and its position in millimetres. */
export interface TextParts {
  x: number;
  y: number;
  size?: number;
  font?: string;
  text: string;
  /** More attributes of the TextObject: ` CTM="…"`. */
  object?: string;
  /** Attributes of the TextCode instead of the default DeltaX: ` DeltaX="g 3 5.6"`. */
  code?: string;
}

/** The parts of an invented document. */
export interface OfdParts {
  /** The content of each page's layer. */
  pages: string[];
  /** The namespace prefix with its colon; empty for a default namespace. */
  prefix?: string;
  namespace?: string;
  fonts?: string;
  multimedia?: string;
  composites?: string;
  /** The layers of templates with their ZOrder. */
  templates?: { order: 'Background' | 'Foreground'; layer: string }[];
  physicalBox?: string;
  attachments?: string;
  /** More files, which replace generated ones of the same name. */
  files?: Record<string, Uint8Array | string>;
}

export function writeOfd(parts: OfdParts): Uint8Array {
  const { pages, prefix = 'ofd:', namespace = 'http://www.ofdspec.org/2016', templates = [] } = parts;
  const declaration = `xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="${namespace}"`;
  const xml = (root: string, inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<o:${root} ${declaration}>${inside}</o:${root}>`.replaceAll(
      /(<\/?)o:/g,
      `$1${prefix}`,
    );
  const used = templates
    .map(({ order }, index) => `<o:Template TemplateID="${900 + index}" ZOrder="${order}"/>`)
    .join('');
  const files: Record<string, string | Uint8Array> = {
    'OFD.xml': xml(
      'OFD',
      '<o:DocBody><o:DocInfo><o:DocID>0</o:DocID></o:DocInfo><o:DocRoot>Doc_0/Document.xml</o:DocRoot></o:DocBody>',
    ),
    'Doc_0/Document.xml': xml(
      'Document',
      `<o:CommonData><o:MaxUnitID>99</o:MaxUnitID><o:PageArea><o:PhysicalBox>${parts.physicalBox ?? '0 0 210 297'}</o:PhysicalBox></o:PageArea><o:PublicRes>PublicRes.xml</o:PublicRes>${templates
        .map((_, index) => `<o:TemplatePage ID="${900 + index}" BaseLoc="Tpls/Tpl_${index}.xml"/>`)
        .join('')}</o:CommonData><o:Pages>${pages
        .map((_, index) => `<o:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`)
        .join(
          '',
        )}</o:Pages>${parts.attachments ? '<o:Attachments>/Doc_0/Attachments.xml</o:Attachments>' : ''}`,
    ),
    'Doc_0/PublicRes.xml': xml(
      'Res',
      `<o:Fonts><o:Font ID="1" FontName="仿宋"/><o:Font ID="2" FontName="小标宋体"/>${parts.fonts ?? ''}</o:Fonts><o:MultiMedias>${parts.multimedia ?? ''}</o:MultiMedias><o:CompositeGraphicUnits>${parts.composites ?? ''}</o:CompositeGraphicUnits>`,
    ),
  };
  if (parts.attachments) files['Doc_0/Attachments.xml'] = xml('Attachments', parts.attachments);
  for (const [index, layer] of pages.entries())
    files[`Doc_0/Pages/Page_${index}/Content.xml`] = xml(
      'Page',
      `${used}<o:Content><o:Layer ID="50">${layer}</o:Layer></o:Content>`,
    );
  for (const [index, { layer }] of templates.entries())
    files[`Doc_0/Tpls/Tpl_${index}.xml`] = xml(
      'Page',
      `<o:Content><o:Layer ID="60">${layer}</o:Layer></o:Content>`,
    );
  const all = Object.entries({ ...files, ...parts.files });
  return zipSync(
    Object.fromEntries(
      all.map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
    { mtime: new Date('2031-06-18T00:00:00') },
  );
}

/** A TextObject with its characters one em apart, unless `code` says otherwise. */
export function textObject({ x, y, size = 5.6, font = '1', text, object = '', code }: TextParts): string {
  const count = Array.from(text).length - 1;
  const deltas = code ?? (count > 0 ? ` DeltaX="g ${count} ${size}"` : '');
  return `<o:TextObject ID="7" Boundary="${x} ${y} 170 10" Font="${font}" Size="${size}"${object}><o:TextCode X="0" Y="${size}"${deltas}>${text}</o:TextCode></o:TextObject>`;
}

/** A PathObject that strokes a straight line. */
export function lineObject(x1: number, y1: number, x2: number, y2: number): string {
  return `<o:PathObject ID="8" Boundary="${x1} ${y1} ${Math.max(1, x2 - x1)} ${Math.max(1, y2 - y1)}" LineWidth="0.3"><o:AbbreviatedData>M 0 0 L ${x2 - x1} ${y2 - y1}</o:AbbreviatedData></o:PathObject>`;
}
