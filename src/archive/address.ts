/**
 * Addresses inside the edition: the path of each file below the site's root, without a leading slash, so that
 * the same folder works at any base path and by double-click.
 */
export const address = {
  home: 'index.html',
  search: 'search.html',
  notFound: '404.html',
  statistics: 'statistics.html',
  coverage: 'coverage.html',
  /** All agencies, by how many proposals they hosted and joined. */
  handling: 'handling.html',
  archive: 'archive.html',
  /** The editor for those who do not use Git, where the archive has one. */
  editor: 'admin/index.html',
  /** @param id `<year>/<id>` of a letter. */
  reply: (id: string) => `replies/${id}.html`,
  /** The same letter without a page around it: its file as committed. */
  markdown: (id: string) => `replies/${id}.md`,
  /** The letter beside its original. Ids contain no dot, so this cannot be another letter's address. */
  comparison: (id: string) => `replies/${id}.compare.html`,
  /** The letter beside earlier ones with which it has text in common. */
  commonText: (id: string) => `replies/${id}.same.html`,
  /** The questions that were asked repeatedly. */
  questions: 'questions.html',
  /** A page of these. @param page From 1. */
  questionsPage: (page: number) => (page === 1 ? 'questions.html' : `questions/${page}.html`),
  year: (year: string) => `years/${year}.html`,
  /** The overview of one way into the archive. @param way `years`, `agencies` … */
  overview: (way: string) => `${way}.html`,
  /** A page of a list; the first one's address has no number. @param page From 1. */
  list: (way: string, slug: string, page = 1) => `${way}/${slug}${page === 1 ? '' : `-${page}`}.html`,
  /** A list for feed readers (`xml` Atom, `json` JSON Feed) and spreadsheets. */
  listAs: (way: string, slug: string, format: 'xml' | 'json' | 'csv') => `${way}/${slug}.${format}`,
  /** The policies that letters cite. */
  policies: 'policies.html',
  /** A page of the list of those that several letters cite. @param page From 1. */
  policyList: (page: number) => (page === 1 ? 'policies.html' : `policies/page-${page}.html`),
  /** A page of those that one letter cites, by its year. @param page From 1. */
  rarePolicies: (year: string, page = 1) => `policies/once-${year}${page === 1 ? '' : `-${page}`}.html`,
  /** A page of a policy that several letters cite. @param page From 1. */
  policy: (slug: string, page = 1) => `policies/${slug}${page === 1 ? '' : `-${page}`}.html`,
  feed: 'feed.xml',
  jsonFeed: 'feed.json',
  /** The ledger of commitments (承诺), and its feeds. */
  ledger: 'commitments.html',
  ledgerFeed: 'commitments.xml',
  ledgerJsonFeed: 'commitments.json',
  /** The page on all agencies in the ledger. */
  ledgerAgencies: 'commitments/agencies.html',
  /** A page of a list of the ledger. @param way `agencies` or `due`. @param page From 1. */
  ledgerList: (way: string, slug: string, page = 1) =>
    `commitments/${way}/${slug}${page === 1 ? '' : `-${page}`}.html`,
  data: 'data.html',
  /** @param name A data file on the whole archive, or the file that describes those. */
  dataFile: (name: string) => `data/${name}`,
  openSearch: 'opensearch.xml',
  /** The archive's own colours and logo, if it has any. */
  theme: 'theme.css',
  logo: 'logo.png',
  /** @param path Path of a published file below `originals/`; characters that would end a URL path are encoded. */
  original: (path: string) => `originals/${path.replace(/[%?#]/g, encodeURIComponent)}`,
} as const;

/** The anchor of a policy on a page of many: an id of HTML begins with a letter. */
export function policyAnchor(slug: string): string {
  return `policy-${slug}`;
}

/**
 * The absolute address of a file of the edition. The home page has the address of the archive itself.
 *
 * @param url Public address of the edition, with a closing slash.
 * @param path Path below the site's root.
 */
export function publicAddress(url: string, path: string): string {
  return path === address.home ? url : new URL(relativeLink('', path), url).href;
}

/**
 * The relative link from one file of the edition to another.
 *
 * @param from Path of the linking file below the site's root, such as `replies/2019/a.html`.
 * @param to Path of the linked file, which may have a query or a fragment; a `%` must begin an escape.
 * @returns A link such as `../../years/2019.html`; percent-encoded where a path segment needs it.
 */
export function relativeLink(from: string, to: string): string {
  const [path, tail] = splitTail(to);
  const source = from.split('/').slice(0, -1);
  const target = path.split('/');
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared])
    shared += 1;
  const up = source.slice(shared).map(() => '..');
  const down = target.slice(shared).map((segment) => encodeURIComponent(segment).replaceAll('%25', '%'));
  return [...up, ...down].join('/') + tail;
}

/** Splits `path?query#fragment` into the path and the rest. */
function splitTail(link: string): [string, string] {
  const at = link.search(/[?#]/);
  return at === -1 ? [link, ''] : [link.slice(0, at), link.slice(at)];
}
