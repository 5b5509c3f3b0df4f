import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { address } from '../archive/address.ts';
import { publishedFiles } from '../serve/published-files.ts';
import { answerFrom, requestedPath } from '../serve/server.ts';
import { sha256 } from '../storage/file-hash.ts';
import { pageScript, type DevState } from './page-script.ts';

/** A page that is not taken from the edition. */
export interface OwnPage {
  html: string;
  /** What it says of itself, such as that the letter is a draft. */
  mark?: string;
}

/** The server of a preview. */
export interface DevServer {
  server: Server;
  /** Sends the state to all open pages. Pages opened later get the problems, too. */
  tell(state: DevState): void;
}

/** Only this machine's own names: any website could have its name lead here, and read drafts. */
const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

const waiting =
  '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>正在准备预览</title><body><h1>正在准备预览</h1><p>第一次要构建整个网站，请稍候；好了以后本页自动打开。</p></body></html>';

/**
 * Serves an edition to this machine, each page with a script that loads it again when it is another.
 *
 * @param edition Absolute path of the edition; it need not be there yet.
 * @param find Finds a page that takes the place of the edition's.
 */
export function createDevServer(
  edition: string,
  find: (path: string, inEdition: boolean) => Promise<OwnPage | undefined>,
): DevServer {
  const published = publishedFiles({ edition });
  const inEdition = (path: string) => published(path).catch(() => undefined);
  const listeners = new Set<ServerResponse>();
  let last: DevState = { changed: [], built: false, building: true, problems: [] };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!ownHost.test(request.headers.host ?? '')) {
      response.writeHead(403, plain).end('预览只给本机用：请用 http://127.0.0.1 打开。\n');
      return;
    }
    const path = requestedPath(request.url ?? '');
    if (path === '_dev/events') {
      response.writeHead(200, { ...plain, 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write(`data: ${JSON.stringify({ ...last, changed: [], built: false })}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    if (path === '_dev/page.js') {
      response.writeHead(200, { ...plain, 'Content-Type': 'text/javascript; charset=utf-8' }).end(pageScript);
      return;
    }
    if (path?.endsWith('.html')) {
      const file = await inEdition(path);
      const own = await find(path, file !== undefined);
      const html = own?.html ?? (file && (await readFile(join(file.root, file.path), 'utf8')));
      if (html !== undefined) {
        sendPage(response, 200, html, own?.mark);
        return;
      }
    }
    if (path === undefined || !(await inEdition(path))) {
      const missing = await inEdition(address.notFound);
      if (missing) sendPage(response, 404, await readFile(join(missing.root, missing.path), 'utf8'));
      else sendPage(response, 503, waiting);
      return;
    }
    await answerFrom(inEdition, request, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      // A build has just put another edition in its place.
      if (response.headersSent) response.destroy();
      else sendPage(response, 503, waiting);
    });
  });
  return {
    server,
    tell(state) {
      last = state;
      for (const listener of listeners) listener.write(`data: ${JSON.stringify(state)}\n\n`);
    },
  };
}

const plain = {
  'Content-Type': 'text/plain; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

function sendPage(response: ServerResponse, status: number, html: string, mark = ''): void {
  const version = sha256(html + mark).slice(0, 16);
  const said = mark.replace(/[&"<>]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
  const script = `<script src="/_dev/page.js" data-page="${version}" data-mark="${said}"></script>`;
  const at = html.lastIndexOf('</body>');
  const whole = at === -1 ? html + script : html.slice(0, at) + script + html.slice(at);
  response.writeHead(status, { ...plain, 'Content-Type': 'text/html; charset=utf-8' }).end(whole);
}
