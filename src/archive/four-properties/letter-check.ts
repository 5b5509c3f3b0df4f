/** What the check of a copy found for one letter. */
export interface LetterCheck {
  /** `<year>/<id>` */
  id: string;
  /** The Markdown in the copy is the one that the record was made of. */
  text: 'same' | 'differs' | 'missing';
  /** The received file is the one that the metadata name; withheld: it is not published; none: none was received. */
  original: 'same' | 'differs' | 'missing' | 'withheld' | 'none';
  /** Its edits are recorded. */
  hasEdits: boolean;
  /** Links of the record to files that are not in the copy. */
  brokenLinks: string[];
  /** Metadata that every letter should have and this one does not, in Chinese. */
  lacking: string[];
  /** Metadata that cannot be right, in Chinese. */
  wrong: string[];
}

/** Metadata that the transfer of records asks for (DA/T 46), by where they are in a record. */
const required = [
  ['title', '题名'],
  ['issuer', '责任者'],
  ['documentNumber', '文号'],
  ['issuedOn', '日期'],
] as const;

/** The folder of the records, from which their links are. */
const recordFolder = 'data/';

/**
 * Checks a letter's record against the files of a copy.
 *
 * @param line A line of `replies.jsonl.gz`.
 * @param hashes SHA-256 of the edition's files, by their paths in it.
 * @returns Nothing when the line is no record.
 */
export function checkLetter(line: string, hashes: ReadonlyMap<string, string>): LetterCheck | undefined {
  const record = parseObject(line);
  const id = record?.id;
  if (!record || typeof id !== 'string') return undefined;
  const [metadata, sums, links] = [record.frontmatter, record.sha256, record.links].map(asObject);
  const targets = new Map(
    Object.entries(links ?? {}).map(([name, link]) => [name, resolveLink(String(link))] as const),
  );
  const compare = (name: string, hash: unknown) => {
    const found = hashes.get(targets.get(name) ?? '');
    return found === undefined ? 'missing' : found === hash ? 'same' : 'differs';
  };
  const source = asObject(metadata?.source);
  return {
    id,
    text: compare('markdown', sums?.markdown),
    original: targets.has('original')
      ? compare('original', sums?.original)
      : source?.file === undefined
        ? 'none'
        : 'withheld',
    hasEdits: targets.has('edits'),
    brokenLinks: [...targets.values()].filter((path) => !hashes.has(path)),
    lacking: required.filter(([key]) => !metadata?.[key]).map(([, name]) => name),
    wrong: findWrong(metadata ?? {}),
  };
}

function findWrong({ issuedOn, publishedOn }: Record<string, unknown>): string[] {
  const isDay = (value: unknown) =>
    value === undefined ||
    (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !isNaN(Date.parse(value)));
  return [
    ...(isDay(issuedOn) ? [] : ['成文日期不是日期']),
    ...(isDay(publishedOn) ? [] : ['发布日期不是日期']),
    ...(typeof issuedOn === 'string' && typeof publishedOn === 'string' && publishedOn < issuedOn
      ? ['发布日期早于成文日期']
      : []),
  ];
}

function resolveLink(link: string): string {
  const { pathname } = new URL(link, `file:///${recordFolder}`);
  try {
    // Names of originals have their percent signs encoded in addresses; the file's name has none encoded.
    return decodeURIComponent(pathname.slice(1));
  } catch {
    return pathname.slice(1);
  }
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    return asObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
