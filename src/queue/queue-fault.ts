/** A queue that cannot be reached or used; the message says in Chinese what is wrong and what to do. */
export class QueueFault extends Error {}

/** What the system or the server reports, by its code or first word, and what to do about it. */
const faults: readonly [RegExp, string][] = [
  [/ECONNREFUSED/, '没有程序在这个地址应答。请启动 Redis 或 Valkey，并检查地址和端口。'],
  [/ENOTFOUND|EAI_AGAIN/, '找不到这台主机。请检查地址的拼写和网络。'],
  [
    /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNABORTED/,
    '连接超时。请检查网络和防火墙，以及服务器的 bind 设置。',
  ],
  [/WRONGPASS|invalid password/, '用户名或密码不对。请核对地址里的密码，或环境变量 REDISCLI_AUTH。'],
  [
    /NOAUTH|without any password/,
    '密码的设置不相符：服务器要求密码而没有给出，或者没有设密码。请设环境变量 REDISCLI_AUTH，或写在地址里。',
  ],
  [/NOPERM/, '这个用户没有所需的权限。请在服务器的 ACL 里允许它读写以 dafu: 开头的键。'],
  [
    /CERT|certificate|self.signed/i,
    '服务器的证书不受信任。请用环境变量 NODE_EXTRA_CA_CERTS 指明签发它的证书。',
  ],
  [
    /SSL|TLS|EPROTO|ECONNRESET|Protocol error/i,
    '连接被对方断开，多半是双方的加密设置不一致。请核对：服务器启用了 TLS 的用 rediss://，没有启用的用 redis://。',
  ],
  [
    /\bOOM\b/,
    '服务器的内存用完了。请调高 maxmemory，并确认 maxmemory-policy 是 noeviction，再运行同一条命令，会接着做完。',
  ],
  [/MISCONF|READONLY/, '服务器现在不能写入（磁盘已满，或者是只读副本）。请检查服务器后再运行一次。'],
  [/version/i, '服务器的版本太旧。请升级到 Redis 6.2 或 Valkey 7.2 以上。'],
];

/**
 * Describes what failed between this program and the queue.
 *
 * @param address As it may be printed, without a password.
 */
export function queueFault(address: string, error: unknown): QueueFault {
  if (error instanceof QueueFault) return error;
  const said = statementOf(error);
  const advice = faults.find(([pattern]) => pattern.test(said))?.[1];
  const text =
    advice ?? `连接中断（${said.slice(0, 200)}）。请检查服务器和网络，再运行同一条命令，会接着做完。`;
  return new QueueFault(`任务队列 ${address}：${text}`, { cause: error });
}

/** The code and message of an error, and of those that it bundles: a host may have several addresses. */
function statementOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const bundled = error instanceof AggregateError ? error.errors.map(statementOf) : [];
  return [code, error.message, ...bundled].filter(Boolean).join(' ');
}
