import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a built edition the way a plain static host does: files as they are, `404.html` for the rest.
 *
 * @param folder The built edition.
 * @param options.port First port to try; 0 for any free one.
 * @returns The site's address with its closing slash, and the server, to close it.
 * @throws Error with a message for the user when the folder holds no site.
 */
export async function serveEdition(
  folder: string,
  options: { port: number; host: string },
): Promise<{ address: string; server: Server }> {
  const home = await stat(join(folder, 'index.html')).catch(() => undefined);
  if (!home) throw new Error(`${folder} 里没有已构建的网站。请先运行 dafu build。`);
  // `dev` looks each file up when it is asked for: a new build shows without a restart.
  const files = sirv(folder, { dev: true, etag: true, setHeaders: declareCharset });
  const server = createServer((request, response) => {
    files(request, response, () => {
      void sendNotFound(folder, response);
    });
  });
  const port = await listen(server, options.port, options.host);
  return { address: `http://${options.host}:${port}/`, server };
}

/** Texts of the edition are UTF-8; a received text keeps its own encoding, which no header must contradict. */
function declareCharset(response: ServerResponse, path: string): void {
  const type = response.getHeader('content-type');
  if (typeof type === 'string' && /^text\/[\w-]+$/.test(type) && !path.includes('/originals/'))
    response.setHeader('content-type', `${type}; charset=utf-8`);
}

/** What a static host does with an address where nothing is. */
async function sendNotFound(folder: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(folder, '404.html')).catch(() => '404');
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

/** Listens on the first free port from `port` on (twenty are tried) and returns it. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let candidate = port; ; candidate += 1) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(candidate, host, () => {
          server.off('error', fail);
          done();
        });
      });
      const bound = server.address();
      return typeof bound === 'object' && bound !== null ? bound.port : candidate;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || candidate >= port + 20) throw error;
    }
  }
}
