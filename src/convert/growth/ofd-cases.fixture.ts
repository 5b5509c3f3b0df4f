import { lineObject, textObject, writeOfd, type OfdParts } from '../../readers/ofd/ofd-writer.fixture.ts';
import { readOfd } from '../../readers/ofd/ofd.ts';
import type { GrowthCase } from './growth-case.fixture.ts';
import { listOf, textOf } from './list.fixture.ts';

/** How many units of size make a page: a file of more than 500 pages is refused. */
const perPage = 5;
const line = textObject({ x: 28, y: 40, text: '我局已办结（虚构）。' });
const xml = (root: string, inside: string) =>
  `<ofd:${root} xmlns:ofd="http://www.ofdspec.org/2016">${inside}</ofd:${root}>`;
const pagesOf = (count: number) => listOf(Math.ceil(count / perPage), () => line);
const image = (id: number) =>
  `<ofd:ImageObject ID="9" Boundary="${20 + (id % 9)} 60 40 40" ResourceID="${id}"/>`;
const media = (id: number, file: string) =>
  `<ofd:MultiMedia ID="${id}" Type="Image"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia>`;
const composite = (id: number, inside: string) =>
  `<ofd:CompositeGraphicUnit ID="${id}" Width="210" Height="297"><ofd:Content>${inside}</ofd:Content></ofd:CompositeGraphicUnit>`;
const use = (id: number) => `<ofd:CompositeObject ID="9" Boundary="0 0 210 297" ResourceID="${id}"/>`;
const font = (id: number) => `<ofd:Font ID="${id}" FontName="仿宋${id}"/>`;

/** Pages that all name the same resource file, or each one of its own. */
function withResources(count: number, file: (page: number) => string, fonts: number): OfdParts {
  const pages = pagesOf(count);
  const resource = xml('Res', `<ofd:Fonts>${textOf(fonts, (index) => font(1000 + index))}</ofd:Fonts>`);
  const files = pages.flatMap((_, index) => [
    [
      `Doc_0/Pages/Page_${index}/Content.xml`,
      xml(
        'Page',
        `<ofd:PageRes>/Doc_0/${file(index)}</ofd:PageRes><ofd:Content><ofd:Layer>${line.replaceAll('o:', 'ofd:')}</ofd:Layer></ofd:Content>`,
      ),
    ],
    [`Doc_0/${file(index)}`, resource],
  ]);
  return { pages, files: Object.fromEntries(files) as Record<string, string> };
}

/** Documents with much of something (虚构). */
const documents: Record<string, (count: number) => OfdParts> = {
  'many pages': (count) => ({ pages: pagesOf(count) }),
  'text objects': (count) => ({
    pages: [textOf(count, (index) => textObject({ x: 28, y: 10 + (index * 270) / count, text: '甲' }))],
  }),
  'characters of a text object': (count) => ({
    pages: [textObject({ x: 28, y: 40, size: 1, text: '甲'.repeat(Math.min(count, 20_000)) })],
  }),
  'text codes of a text object': (count) => ({
    pages: [
      `<ofd:TextObject ID="7" Boundary="28 40 170 10" Font="1" Size="5">${textOf(count, (index) => `<ofd:TextCode X="${(index % 30) * 5}" Y="5">甲</ofd:TextCode>`)}</ofd:TextObject>`,
    ],
  }),
  'distances of a text object': (count) => ({
    pages: [textObject({ x: 28, y: 40, text: '甲'.repeat(count), code: ` DeltaX="${'1 '.repeat(count)}"` })],
  }),
  lines: (count) => ({
    pages: [line + textOf(count, (index) => lineObject(28, 60 + (index % 200), 160, 60 + (index % 200)))],
  }),
  'steps of a path': (count) => ({
    pages: [
      `${line}<ofd:PathObject ID="8" Boundary="0 0 210 297"><ofd:AbbreviatedData>${'M 0 0 L 9 9 C '.repeat(count)}</ofd:AbbreviatedData></ofd:PathObject>`,
    ],
  }),
  'groups side by side': (count) => ({
    pages: [textOf(count, () => `<ofd:PageBlock ID="6">${line}</ofd:PageBlock>`)],
  }),
  'fonts for many pages': (count) => ({
    pages: pagesOf(count),
    fonts: textOf(count, (id) => font(1000 + id)),
  }),
  'fonts of each page': (count) => withResources(count, (page) => `Res_${page}.xml`, 5),
  'one resource file of all pages': (count) => withResources(count, () => 'Res.xml', count),
  templates: (count) => ({
    pages: [line],
    templates: listOf(count, () => ({ order: 'Background', layer: line })),
  }),
  images: (count) => ({
    pages: [line + textOf(count, (id) => image(1000 + id))],
    multimedia: textOf(count, (id) => media(1000 + id, `${id}.png`)),
    files: Object.fromEntries(listOf(count, (id) => [`Doc_0/${id}.png`, `\u0089PNG${id}`])),
  }),
  'images of many pages': (count) => ({
    pages: listOf(Math.ceil(count / perPage), (id) => line + image(1000 + id)),
    multimedia: textOf(count, (id) => media(1000 + id, 'one.png')),
    files: { 'Doc_0/one.png': 'PNG' },
  }),
  'groups by reference': (count) => ({
    pages: [textOf(count, (id) => use(1000 + id))],
    composites: textOf(count, (id) => composite(1000 + id, line)),
  }),
  'one long text by reference': (count) => ({
    pages: [use(1000).repeat(count)],
    composites: composite(1000, textObject({ x: 28, y: 40, size: 1, text: '甲'.repeat(count) })),
  }),
  'one long path by reference': (count) => ({
    pages: [line + use(1000).repeat(count)],
    composites: composite(
      1000,
      `<ofd:PathObject ID="8" Boundary="0 0 210 297"><ofd:AbbreviatedData>M 0 0 ${'Q 1 1 2 2 '.repeat(count)}</ofd:AbbreviatedData></ofd:PathObject>`,
    ),
  }),
  'one long template of many pages': (count) => ({
    pages: pagesOf(count),
    templates: [{ order: 'Background', layer: line.repeat(count) }],
  }),
  attachments: (count) => ({
    pages: [line],
    attachments: textOf(
      count,
      (id) =>
        `<ofd:Attachment ID="${id}" Name="附件${id}.txt"><ofd:FileLoc>/Doc_0/${id}.txt</ofd:FileLoc></ofd:Attachment>`,
    ),
    files: Object.fromEntries(listOf(count, (id) => [`Doc_0/${id}.txt`, '虚构'])),
  }),
  'attachments of one name': (count) => ({
    pages: [line],
    attachments: textOf(
      count,
      (id) =>
        `<ofd:Attachment ID="${id}" Name="附件.txt"><ofd:FileLoc>/Doc_0/a.txt</ofd:FileLoc></ofd:Attachment>`,
    ),
    files: { 'Doc_0/a.txt': '虚构' },
  }),
};

/** Runs the reader and the layout of its pages: the text then takes the same path as plain text. */
export const ofdCases: GrowthCase[] = Object.entries(documents).map(([what, parts]) => ({
  name: `${what} of an OFD`,
  prepare: (size) => {
    const bytes = writeOfd(parts(size));
    return () => readOfd(bytes);
  },
}));
