/** The file at the top of a delta that says what it makes of what. */
export const deltaInfoName = 'dafu-delta.json';

/** Folders of a delta: patches of files that the old copy has, and whole files. */
export const deltaFolders = { patch: 'patch/', whole: 'whole/' } as const;

/** A copy as a zip, and as a folder. */
export interface CopyIdentity {
  /** Name of the bag; that of its zip without extension. */
  name: string;
  /** SHA-256 of the zip. */
  sha256: string;
  /** SHA-256 of the edition's own manifest, and so of all its files. */
  manifest: string;
}

/** What a delta makes of what. */
export interface DeltaInfo {
  base: CopyIdentity;
  target: CopyIdentity;
  /** Paths in the edition that are gone. */
  removed: string[];
}

/** Which compressor and layout a delta counts on: another one would make other bytes of the same files. */
const format = 'dafu-delta 1';

export function formatDeltaInfo({ base, target, removed }: DeltaInfo): string {
  return `${JSON.stringify({ format, base, target, removed }, null, 1)}\n`;
}

/** Reads what a delta says of itself. @throws Error in Chinese when it is none, or of another version. */
export function parseDeltaInfo(text: string): DeltaInfo {
  let value: Record<string, unknown>;
  try {
    value = Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    throw new Error(`增量包的 ${deltaInfoName} 读不懂。`);
  }
  if (value.format !== format) throw new Error('增量包是另一个版本的程序写的。请下载整个副本。');
  const { removed } = value;
  if (!Array.isArray(removed) || !removed.every((path) => typeof path === 'string'))
    throw new Error(`增量包的 ${deltaInfoName} 读不懂。`);
  return { base: readIdentity(value.base), target: readIdentity(value.target), removed };
}

function readIdentity(value: unknown): CopyIdentity {
  const { name, sha256, manifest } = Object(value) as Record<string, unknown>;
  // The name becomes that of a file.
  if (!matches(name, /^[a-z0-9][a-z0-9.-]{0,199}$/) || !matches(sha256, hash) || !matches(manifest, hash))
    throw new Error(`增量包的 ${deltaInfoName} 读不懂。`);
  return { name, sha256, manifest };
}

const hash = /^[0-9a-f]{64}$/;

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
