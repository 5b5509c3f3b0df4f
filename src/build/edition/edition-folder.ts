import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from '../../storage/file-fingerprint.ts';
import { sha256 } from '../../storage/file-hash.ts';
import type { EditionFile, FormerFiles, PlacedFile, Stages } from './edition-file.ts';
import { openFileCarrier, type FileCarrier } from './file-carrier.ts';

/** For an edition that takes nothing from an earlier one. */
export const noFormerFiles: FormerFiles = {
  placed: new Map(),
  stages: new Map(),
  checked: false,
  locate: (path) => path,
};

/**
 * The folder in which an edition is put together. What the last edition already has is taken from there: it is
 * linked, not written again, so it keeps its identity and its time of change.
 */
export class EditionFolder {
  /** The folder to fill. */
  readonly path: string;
  readonly #former: FormerFiles;
  readonly #carrier: FileCarrier;
  /** The fingerprints of files that were found intact by their bytes. */
  readonly #read = new Map<string, string>();
  /** Those of the files that were taken from the last edition. */
  readonly #taken = new Map<string, string>();
  readonly #files = new Map<string, EditionFile>();
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #stages = new Map<string, readonly string[]>();
  #byKey: Map<string, PlacedFile[]> | undefined;
  #damaged = false;

  /**
   * @param path The folder to fill, empty.
   * @param former The last edition, or what else has files that need not be made.
   * @param carrier Takes files from there.
   */
  constructor(path: string, former: FormerFiles, carrier = openFileCarrier(former)) {
    this.path = path;
    this.#former = former;
    this.#carrier = carrier;
  }

  /**
   * Has the folder filled, and waits until every file that was taken from the last edition is in it: also when filling it
   * fails, so that nothing more is put into a folder that is given up.
   */
  async fill<T>(make: () => Promise<T>): Promise<T> {
    const [made] = await Promise.allSettled([make()]);
    const [settled] = await Promise.allSettled([this.#carrier.settle()]);
    if (made.status === 'rejected') throw made.reason;
    if (settled.status === 'rejected') throw settled.reason;
    return made.value;
  }

  /** Every file so far, in no order. */
  get files(): IterableIterator<EditionFile> {
    return this.#files.values();
  }

  /** The paths of the files that differ from those of the last edition, or that it did not have. */
  get written(): ReadonlySet<string> {
    return this.#written;
  }

  /** The stages so far. */
  get stages(): Stages {
    return this.#stages;
  }

  /** The links of the last edition were in order. */
  get formerLinksChecked(): boolean {
    return this.#former.checked;
  }

  /** A file of the last edition was changed by someone else. */
  get damaged(): boolean {
    return this.#damaged;
  }

  /** The paths of the last edition that this one does not have so far. */
  removed(): string[] {
    return [...this.#former.placed.keys()].filter((path) => !this.#files.has(path));
  }

  /** A file that is in the folder. @throws Error when it is not. */
  get(path: string): EditionFile {
    const file = this.#files.get(path);
    if (!file) throw new Error(`${path} is not in the edition`);
    return file;
  }

  /** Reads a file that is in the folder, or will be. */
  read(path: string): string {
    return readFileSync(this.#taken.has(path) ? this.lastFile(path) : join(this.path, path), 'utf8');
  }

  /** The SHA-256 of a file of the last edition; undefined when there is none, or it was changed since. */
  lastHash(path: string): string | undefined {
    const file = this.#former.placed.get(path);
    return file !== undefined && this.#isIntact(file) ? file.sha256 : undefined;
  }

  /** The path of a file of the last edition. */
  lastFile(path: string): string {
    return this.#former.locate(path);
  }

  /**
   * Takes all files from the last edition that were made together from one input.
   *
   * @returns False when there are none or one is gone, and all must be made.
   */
  keepAll(key: string): boolean {
    this.#byKey ??= Map.groupBy(this.#former.placed.values(), (file) => file.key);
    const files = this.#byKey.get(key) ?? [];
    if (files.length === 0 || !files.every((file) => this.#isIntact(file))) return false;
    for (const file of files) this.#take(file);
    return true;
  }

  /**
   * Makes the files of a stage, unless the last edition has all that were made from the same input.
   *
   * @param key Digest of all that the stage makes its files from.
   * @param make Makes the files. @returns Their paths.
   */
  async makeStage(key: string, make: () => Promise<readonly string[]>): Promise<void> {
    const paths = this.#former.stages.get(key);
    const kept = paths?.flatMap((path) => this.#former.placed.get(path) ?? []) ?? [];
    if (kept.length === paths?.length && kept.every((file) => this.#isIntact(file))) {
      for (const file of kept) this.#take(file);
      this.#stages.set(key, paths);
      return;
    }
    this.#stages.set(key, await make());
  }

  /**
   * Works something out, unless the last build did from the same input.
   *
   * @param key Digest of all that it follows from.
   */
  workOut(key: string, work: () => readonly string[]): readonly string[] {
    const result = this.#former.stages.get(key) ?? work();
    this.#stages.set(key, result);
    return result;
  }

  /**
   * Takes a file from the last edition if it was made from the same input.
   *
   * @returns False when there is none, and the file must be made.
   */
  keep(path: string, key: string): boolean {
    const file = this.#former.placed.get(path);
    if (file?.key !== key || !this.#isIntact(file)) return false;
    this.#take(file);
    return true;
  }

  /** Puts a file into the folder; one with the same bytes as in the last edition is taken from there. */
  write(path: string, key: string, contents: string | Uint8Array): EditionFile {
    const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
    const file = { path, key, sha256: sha256(bytes), bytes: bytes.length };
    if (!this.#reuse(file)) writeFileSync(this.prepare(path), bytes);
    return this.#note(file);
  }

  /** Copies a file into the folder; a copy of the same bytes in the last edition is taken from there. */
  copy(from: string, path: string, key: string): EditionFile {
    return this.write(path, key, readFileSync(from));
  }

  /**
   * Notes a file that was made elsewhere.
   *
   * @param present Whether it is in the folder already; if not, the last edition has it with the same bytes.
   */
  add(file: EditionFile, present: boolean): void {
    if (present) this.#note(file);
    else if (this.#reuse(file)) this.#files.set(file.path, file);
    else throw new Error(`${file.path} is not in the last edition`);
  }

  /**
   * States the files with their fingerprints, once the folder is where it belongs. One that was changed while it was taken
   * gets none, so that the next build looks at its bytes.
   *
   * @param out That place.
   */
  placedIn(out: string): PlacedFile[] {
    return [...this.#files.values()].map((file) => {
      const now = fingerprint(join(out, file.path));
      const taken = this.#taken.get(file.path);
      return { ...file, fingerprint: taken === undefined || mayBeSame(taken, now) ? now : '' };
    });
  }

  /** Makes the folder of a file. @returns The path to write it to. */
  prepare(path: string): string {
    const folder = dirname(path);
    if (!this.#folders.has(folder)) {
      mkdirSync(join(this.path, folder), { recursive: true });
      this.#folders.add(folder);
    }
    return join(this.path, path);
  }

  /** Takes a file that is intact. */
  #take(file: PlacedFile): void {
    this.#link(file);
    const { path, key, sha256: hash, bytes } = file;
    this.#files.set(path, { path, key, sha256: hash, bytes });
  }

  #note(file: EditionFile): EditionFile {
    this.#files.set(file.path, file);
    if (this.#former.placed.get(file.path)?.sha256 !== file.sha256) this.#written.add(file.path);
    return file;
  }

  #reuse({ path, sha256: hash }: EditionFile): boolean {
    const file = this.#former.placed.get(path);
    if (file?.sha256 !== hash || !this.#isIntact(file)) return false;
    this.#link(file);
    return true;
  }

  /** A file that looks changed is hashed: a copied folder has other fingerprints and the same files. */
  #isIntact(placed: PlacedFile): boolean {
    if (this.#carrier.isSame(placed)) return true;
    const { path, sha256: hash } = placed;
    const file = this.#former.locate(path);
    const now = fingerprint(file);
    // A symbolic link to the same bytes is not the file, and its target may change.
    if (now === 'absent' || !lstatSync(file).isFile()) return false;
    if (sha256(readFileSync(file)) === hash) {
      this.#read.set(path, now);
      return true;
    }
    this.#damaged = true;
    return false;
  }

  #link(file: PlacedFile): void {
    this.#carrier.carry(this.#former.locate(file.path), this.prepare(file.path));
    this.#taken.set(file.path, this.#read.get(file.path) ?? file.fingerprint);
  }
}

/**
 * Whether a file has the bytes that it had when it was looked at. A link is the same file, with a later change of status; a
 * copy is another.
 */
function mayBeSame(before: string, now: string): boolean {
  const [file, size, changed] = before.split(' ');
  const [nowFile, nowSize, nowChanged] = now.split(' ');
  return file !== nowFile || (size === nowSize && changed === nowChanged);
}
