import { gzipSync } from 'node:zlib';
import { answered, ok, status, withParagraph, type Kind } from './planted-change.fixture.ts';
import { inventPage, renderPage } from './source-page.fixture.ts';

const notFoundPage =
  '<html><head><title>虚构市人民政府</title></head><body><p>您访问的页面不存在或已被删除</p></body></html>';

/** The server answers otherwise, or not at all. */
export const otherAnswers: Record<string, Kind> = {
  'not found': (index) => answered(index, status(404), { status: 'vanished' }),
  'gone for good': (index) => answered(index, status(410), { status: 'vanished' }),
  'not found, answered as if all were well': (index) =>
    answered(index, ok(notFoundPage), { status: 'vanished', reason: /不存在/u }),
  'a redirect to the home page': (index) =>
    answered(index, status(302, { Location: '/' }), { status: 'vanished', reason: /转到/u }),
  'a redirect to a page that says so': (index) =>
    answered(index, status(302, { Location: `/gone/${index}` }), {
      status: 'vanished',
      others: { [`/gone/${index}`]: ok(notFoundPage) },
    }),
  'a redirect to what is not there': (index) =>
    answered(index, status(301, { Location: `/nothing/${index}` }), { status: 'vanished' }),
  'an empty page': (index) => answered(index, ok(''), { status: 'vanished', reason: /空/u }),
  'a page without text': (index) =>
    answered(index, ok('<html><body><div></div></body></html>'), { status: 'vanished' }),
  'a new address': (index) => {
    const content = renderPage({ ...inventPage(index), views: 7 });
    return answered(index, status(301, { Location: `/new/${index}.html` }), {
      status: 'moved',
      others: { [`/new/${index}.html`]: ok(content) },
    });
  },
  'a new address and a change': (index) => {
    const page = inventPage(index);
    const content = renderPage({ ...page, ...withParagraph(page, 2, '这一段已经改写。') });
    return answered(index, status(308, { Location: `/new/${index}.html` }), {
      status: 'changed',
      added: '这一段已经改写。',
      others: { [`/new/${index}.html`]: ok(content) },
    });
  },
  'an error of the server': (index) =>
    answered(index, status(500), { status: 'unreachable', reason: /500/u }),
  'a server that asks to wait': (index) =>
    answered(index, status(503, { 'Retry-After': '7200' }), { status: 'unreachable', reason: /7200 秒/u }),
  'a refusal': (index) => answered(index, status(403), { status: 'unreachable', reason: /403/u }),
  'no answer': (index) =>
    answered(index, () => undefined, { endless: true, status: 'unreachable', reason: /没有收到回答/u }),
  'an endless trickle': (index) =>
    answered(
      index,
      (_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html' });
        const timer = setInterval(() => response.write(' '), 40);
        response.on('close', () => {
          clearInterval(timer);
        });
      },
      { endless: true, status: 'unreachable', reason: /没有收到全部/u },
    ),
  'a truncated page': (index) =>
    answered(
      index,
      (_, response) => {
        response.writeHead(200, { 'Content-Length': '90000' });
        response.write(renderPage(inventPage(index)).slice(0, 900), () => response.destroy());
      },
      { status: 'unreachable', reason: /没有收全/u },
    ),
  'damaged compression': (index) =>
    answered(
      index,
      ok(gzipSync(renderPage(inventPage(index))).subarray(0, 300), { 'Content-Encoding': 'gzip' }),
      {
        status: 'unreachable',
        reason: /没有收全/u,
      },
    ),
  'a bomb': (index) =>
    answered(index, ok(bomb(), { 'Content-Encoding': 'gzip' }), { status: 'unreachable', reason: /64 MB/u }),
  'redirects in a circle': (index) =>
    answered(index, status(302, { Location: `/letter/${index}.html?again` }), {
      status: 'unreachable',
      reason: /转向超过/u,
    }),
  'no connection': (index, dead) =>
    answered(index, status(200), {
      url: `${dead}/letter/${index}.html`,
      status: 'unreachable',
      reason: /拒绝连接|没有再问/u,
    }),
  'a server without encryption': (index, dead) =>
    answered(index, status(200), {
      url: `${dead.replace('http:', 'https:')}/letter/${index}.html`,
      status: 'unreachable',
    }),
  'what programs may not ask for': (index) =>
    answered(index, status(200), { url: `/private/${index}.html`, status: 'disallowed' }),
  'a page that a script writes': (index) =>
    answered(index, ok('<html><head><script src="/guard.js"></script></head><body></body></html>'), {
      status: 'incomparable',
      reason: /脚本/u,
    }),
};

let packed: Buffer | undefined;

/** 80 MB of spaces, in some kilobytes. */
function bomb(): Buffer {
  packed ??= gzipSync(Buffer.alloc(80 * 2 ** 20, ' '), { level: 1 });
  return packed;
}
