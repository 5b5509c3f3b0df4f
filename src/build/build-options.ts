/** What is built, and where. */
export interface BuildOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the output folder. Its contents are replaced once the build has succeeded. */
  out: string;
  /** Path under which the site is served. Only `404.html` depends on it: all other links are relative. */
  base: string;
  /** Letters with errors are left out, and do not end the build: for the preview of an editor. */
  leavesOutBroken?: boolean;
  /** Where to keep what the next build may reuse: a folder below the program's root. */
  cache: string;
  /** Receives each step, and how much of the work is done when it begins (0–1). */
  onProgress?: (step: { text: string; share?: number; done?: number; total?: number }) => void;
  /** Receives warnings for the editor, in Chinese; the build continues. */
  onWarning?: (text: string) => void;
}
