/** `search/entry.js`: what the search page asks for first. */
export interface IndexEntry {
  /** Version of the files' form; a page and an index of different forms do not work together. */
  form: number;
  /** File of the engine, which runs in a worker. */
  engine: string;
  /** File of Pagefind's WebAssembly. */
  wasm: string;
  letters: number;
  /** Newest first. */
  shards: ShardEntry[];
}

export interface ShardEntry {
  /** Folder of the shard below `search/`, named after its content. */
  folder: string;
  letters: number;
  /** First and last day of its letters, `yyyy-mm-dd`; empty when none is dated. */
  from: string;
  to: string;
}

/** `head.js` of a shard: its catalogue, by row. Rows run from new to old. */
export interface ShardHead {
  /** `<year>/<id>` */
  ids: string[];
  /** `yyyy-mm-dd`, empty where the letter is undated. */
  dates: string[];
  /** Place after the title, after the header values, after the headings of each letter. */
  zoneEnds: [title: number[], header: number[], headings: number[]];
  /** Pagefind's name for each letter. */
  pages: string[];
  /** Pagefind's `pagefind-entry.json`. */
  entry: string;
}

export const indexForm = 1;

/** Names of a shard's files, without the `.js`. */
export const shardFile = {
  head: (folder: string) => `${folder}/head`,
  text: (folder: string, row: number) => `${folder}/t${row}`,
  /** A file of Pagefind's. */
  pagefind: (folder: string, name: string) => `${folder}/${name}`,
} as const;
