import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** A message of the Language Server Protocol, as much as is used of it. */
interface Message {
  id?: number;
  method?: string;
  params?: { uri?: string; diagnostics?: Diagnostic[]; items?: { section: string }[] };
  result?: unknown;
}

interface Diagnostic {
  message: string;
  range: { start: { line: number; character: number } };
}

/** A YAML language server with a document open, as in an editor. */
export interface LanguageServer {
  /** Opens a document or changes it, and waits for what the server finds wrong. */
  diagnose: (path: string, text: string) => Promise<Diagnostic[]>;
  /** What the server answers to a request about a place of the document; lines and characters count from 0. */
  ask: (method: 'hover' | 'completion', path: string, line: number, character: number) => Promise<unknown>;
  close: () => void;
}

/**
 * Starts the server of VS Code's YAML extension.
 *
 * @param root The folder that the editor has open.
 * @param settings Its settings, such as `{ schemas }` of `yaml`.
 */
export async function startLanguageServer(
  root: string,
  settings: Record<string, unknown>,
): Promise<LanguageServer> {
  const bin = new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url);
  const server = spawn(process.execPath, [bin.pathname, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = new Map<number, (result: unknown) => void>();
  const awaited = new Map<string, (diagnostics: Diagnostic[]) => void>();
  let last = 0;
  const send = (message: object) => {
    const text = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${text.length}\r\n\r\n`);
    server.stdin.write(text);
  };
  const request = (method: string, params: object) => {
    last += 1;
    const answer = Promise.withResolvers<unknown>();
    answers.set(last, answer.resolve);
    send({ id: last, method, params });
    return answer.promise;
  };
  const receive = ({ id, method, params, result }: Message) => {
    if (method === undefined && id !== undefined) answers.get(id)?.(result);
    else if (method === 'workspace/configuration')
      send({ id, result: params?.items?.map(({ section }) => (section === 'yaml' ? settings : {})) });
    else if (method === 'textDocument/publishDiagnostics')
      awaited.get(params?.uri ?? '')?.(params?.diagnostics ?? []);
    else if (id !== undefined) send({ id, result: null });
  };
  let pending = Buffer.alloc(0);
  server.stdout.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const head = pending.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(pending.toString('latin1'))?.[1]);
      if (head === -1 || pending.length < head + 4 + length) return;
      receive(JSON.parse(pending.subarray(head + 4, head + 4 + length).toString()) as Message);
      pending = pending.subarray(head + 4 + length);
    }
  });
  const rootUri = pathToFileURL(root).href;
  const uriOf = (path: string) => `${rootUri}/${path}`;
  await request('initialize', {
    processId: process.pid,
    rootUri,
    capabilities: { workspace: { configuration: true }, textDocument: {} },
    workspaceFolders: [{ uri: rootUri, name: 'dafu' }],
  });
  send({ method: 'initialized', params: {} });
  send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: settings } } });
  let version = 0;
  return {
    diagnose(path, text) {
      const uri = uriOf(path);
      const found = Promise.withResolvers<Diagnostic[]>();
      awaited.set(uri, found.resolve);
      version += 1;
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId: 'yaml', version, text } },
      });
      return found.promise;
    },
    ask: (method, path, line, character) =>
      request(`textDocument/${method}`, {
        textDocument: { uri: uriOf(path) },
        position: { line, character },
      }),
    close() {
      server.kill();
    },
  };
}
