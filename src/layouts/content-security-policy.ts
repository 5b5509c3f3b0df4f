/** The capabilities that a page needs. */
export interface PageNeeds {
  /** It runs a worker, which is created from a blob. */
  usesWorker?: boolean;
  /** SHA-256, in base64, of the only inline script, that of `404.html`, which sets the base of its links. */
  rootScript?: string | undefined;
}

/**
 * The Content-Security-Policy of a page, for its meta tag: only the edition's own files, and no inline script
 * or style. It applies on `file:` as on `http:`. The quick find of every page is WebAssembly.
 */
export function contentSecurityPolicy({ usesWorker = false, rootScript }: PageNeeds = {}): string {
  const scripts = [
    "'self'",
    "'wasm-unsafe-eval'",
    ...(rootScript === undefined ? [] : [`'sha256-${rootScript}'`]),
  ];
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    ...(usesWorker ? ['worker-src blob:'] : []),
    `base-uri ${rootScript === undefined ? "'none'" : "'self'"}`,
    "form-action 'self'",
  ].join('; ');
}
