import { gzipSync } from 'node:zlib';
import { answered, edited, ok, status, type Kind } from './planted-change.fixture.ts';
import { inventPage, renderPage } from './source-page.fixture.ts';

/** Nothing of the letter is another. */
export const harmless: Record<string, Kind> = {
  'nothing at all': (index) => edited(index, () => ({}), { status: 'unchanged' }),
  'the count of views': (index) =>
    edited(index, ({ views }) => ({ views: views + 977 }), { status: 'unchanged' }),
  'the list beside it': (index) =>
    edited(index, () => ({ related: ['虚构市教育局关于第7号提案的答复', '虚构市水利局工作动态'] }), {
      status: 'unchanged',
    }),
  'its style': (index) =>
    edited(index, () => ({ style: 'body { color: red } </style><script>var a = 1;</script><style>' }), {
      status: 'unchanged',
    }),
  'another encoding': (index) =>
    answered(index, ok(utf16(renderPage(inventPage(index)))), { status: 'unchanged' }),
  'white space and line ends': (index) =>
    answered(index, ok(renderPage(inventPage(index)).replaceAll('<p>　　', '<p>\r\n&nbsp;&nbsp;')), {
      status: 'unchanged',
    }),
  'compression for the transport': (index) =>
    answered(index, ok(gzipSync(renderPage(inventPage(index))), { 'Content-Encoding': 'gzip' }), {
      status: 'unchanged',
    }),
  'a redirect for the time being': (index) =>
    answered(index, status(302, { Location: `/now/${index}.html` }), {
      status: 'unchanged',
      others: { [`/now/${index}.html`]: ok(renderPage(inventPage(index))) },
    }),
  'an error that is soon over': (index) => {
    let asked = 0;
    const well = ok(renderPage(inventPage(index)));
    return answered(
      index,
      (request, response) => {
        asked += 1;
        (asked === 1 ? status(503, { 'Retry-After': '0' }) : well)(request, response);
      },
      { status: 'unchanged' },
    );
  },
  'an absolute link': (index) =>
    edited(
      index,
      ({ attachment }) => ({
        attachment: attachment && { ...attachment, href: attachment.href.replace('./', '/letter/') },
      }),
      { status: 'unchanged' },
    ),
};

function utf16(text: string): Uint8Array {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}
