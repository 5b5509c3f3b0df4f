import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import send from 'send';
import { address as addressIn } from '../archive/address.ts';
import { manifestName } from '../archive/manifest.ts';
import { headersOf } from './headers.ts';
import { listen } from './listen.ts';
import { publishedFiles } from './published-files.ts';

/**
 * Serves a built edition like a plain static host: the files that its manifest lists and the zip beside it, to GET and
 * HEAD, and `404.html` for any other address.
 *
 * @param folder Absolute path of the built edition.
 * @param options.archives Absolute path of the folder that `dafu archive` wrote; it is served as `archives/`.
 * @param options.port First port to try; 0 for any free one.
 * @returns The site's address with its trailing slash, and the server, to close it.
 * @throws Error in Chinese when the folder is not an edition or no port is available.
 */
export async function serveEdition(
  folder: string,
  options: { port: number; host: string; archives?: string },
): Promise<{ address: string; server: Server }> {
  for (const name of [addressIn.home, `${manifestName}.txt`])
    if (!(await stat(join(folder, name)).catch(() => undefined)))
      throw new Error(`${folder} 里没有已构建的网站（缺少 ${name}）。请先运行 dafu build。`);
  const find = publishedFiles({ edition: folder, archives: options.archives });
  const server = createServer((request, response) => {
    answerFrom(find, request, response).catch(() => {
      // The file may have vanished, for example because a build has replaced the edition.
      if (response.headersSent) response.destroy();
      else
        response
          .writeHead(503, { ...headersOf('.txt'), 'Retry-After': '1' })
          .end('网站正在更新，请稍后再试。\n');
    });
  });
  const port = await listen(server, options.port, options.host);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return { address: `http://${host}:${port}/`, server };
}

/** Answers a request with one of the files that `find` finds, or with the edition's `404.html`. */
export async function answerFrom(
  find: ReturnType<typeof publishedFiles>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response
      .writeHead(405, { ...headersOf('.txt'), Allow: 'GET, HEAD' })
      .end('只提供浏览，不接受其他操作。\n');
    return;
  }
  const path = requestedPath(request.url ?? '');
  const file = path === undefined ? undefined : await find(path);
  if (path !== undefined && file) {
    for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
    response.setHeader('Cache-Control', 'no-cache');
    coverWholeSuffix(request, file.size);
    send(request, file.path.split('/').map(encodeURIComponent).join('/'), {
      ...{ root: file.root, index: false, dotfiles: 'allow', cacheControl: false },
      // It has a resolution of a second, within which a second build may follow; the ETag distinguishes the
      // two.
      lastModified: false,
    }).pipe(response);
    return;
  }
  const missing = await find(addressIn.notFound);
  const page = missing && (await readFile(join(missing.root, missing.path)));
  response
    .writeHead(404, headersOf(page ? '.html' : '.txt'))
    .end(request.method === 'HEAD' ? undefined : (page ?? '没有这个页面。\n'));
}

/**
 * Clamps a suffix range to the file: the last 99 bytes of a shorter file are all of it (RFC 9110, 14.1.2),
 * but range-parser rejects that.
 */
function coverWholeSuffix({ headers }: IncomingMessage, size: number): void {
  const suffix = /^bytes=-(\d+)$/.exec(headers.range ?? '')?.[1];
  if (suffix !== undefined && Number(suffix) >= size) headers.range = 'bytes=0-';
}

/** The path below the root that a request is for; undefined if it cannot be the path of a file. */
export function requestedPath(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    return path === '/' ? addressIn.home : /^\/(?!\/)/.test(path) ? path.slice(1) : undefined;
  } catch {
    return undefined;
  }
}
