/**
 * The root of the edition, seen from an address where nothing is. A host shows `404.html` under the
 * missing address itself, at any depth, so that its relative links would lead astray; and since the
 * same folder is served at any base path, no absolute ones can be written into it. What is known is
 * the edition's own folders: what stands before the first of them is the root.
 *
 * This function is put into the page as text: it uses nothing but its parameters.
 *
 * @param pathname The missing address.
 * @param declared The path the build was told it is served under: `/` unless `--base` says otherwise.
 * @returns A path that starts and ends with `/`.
 */
export function siteRoot(pathname: string, declared: string): string {
  if (declared !== '/') return declared.endsWith('/') ? declared : `${declared}/`;
  const own = /^(.*?\/)(?:replies|years|sessions|agencies|kinds|data|originals|assets|search-index)\//.exec(
    pathname,
  );
  return own?.[1] ?? pathname.slice(0, pathname.lastIndexOf('/') + 1);
}
