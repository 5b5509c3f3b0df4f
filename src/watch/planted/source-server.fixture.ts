import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './planted-change.fixture.ts';

/** A web server of this machine, for tests. */
export interface SourceServer {
  /** Its address, without a path. */
  base: string;
  /** What it answers at a path. Elsewhere there is nothing. */
  answers: Map<string, Answer>;
  /** The paths that were asked for, in order, with the program that asked. */
  asked: { path: string; agent: string | undefined }[];
  close: () => Promise<void>;
}

export async function startSourceServer(): Promise<SourceServer> {
  const answers = new Map<string, Answer>();
  const asked: SourceServer['asked'] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push({ path: pathname, agent: request.headers['user-agent'] });
    const answer = answers.get(pathname);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    answers,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
