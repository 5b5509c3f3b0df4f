/** A worker that was started from its source. */
export interface SourceWorker {
  worker: Worker;
  /** Ends it. What it was asked is never answered. */
  stop: () => void;
}

/** Starts a worker from a blob: on `file:` none can have a file of its own. */
export function startSourceWorker(source: string): SourceWorker {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address);
  return {
    worker,
    stop: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
