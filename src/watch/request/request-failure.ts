/** Why a page was not received. */
export interface Failure {
  /** In Chinese, a clause without a full stop. */
  reason: string;
  /** Whether it may be over soon, so that it is worth to ask again. */
  passing: boolean;
  /** The server was not reached, or said nothing. */
  silent?: true;
  /** Seconds after which the server wishes to be asked again. */
  retryAfter?: number;
}

/** A request that got no answer which can be used. */
export class RequestError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

const reasons: Record<string, string> = {
  ECONNREFUSED: '服务器拒绝连接',
  ECONNRESET: '连接中断',
  EPIPE: '连接中断',
  EHOSTUNREACH: '到不了这台服务器',
  ENETUNREACH: '到不了这台服务器，请检查网络',
  ENOTFOUND: '找不到这个主机名',
  EAI_AGAIN: '主机名暂时查不到，请检查网络',
  ETIMEDOUT: '连接超时',
};

/**
 * Describes what Node reports of a connection.
 *
 * @param isAnswered Whether the server had begun to answer.
 */
export function describeConnectionError(error: unknown, isAnswered: boolean): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (isAnswered) return { reason: '内容没有收全，连接就断了', passing: true };
  if (/CERT|SELF_SIGNED|SIGNATURE|UNABLE_TO|ALTNAME/u.test(code))
    return { reason: `服务器的证书无效（${code}）`, passing: false };
  if (code.startsWith('HPE_')) return { reason: `服务器的回答不合 HTTP 规范（${code}）`, passing: false };
  if (code.startsWith('ERR_SSL') || code === 'EPROTO')
    return { reason: `不能建立加密连接（${code}）`, passing: false };
  return {
    reason: reasons[code] ?? `连接出错${code === '' ? '' : `（${code}）`}`,
    passing: true,
    silent: true,
  };
}
