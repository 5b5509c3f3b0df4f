/** Has the edition built again after changes, one build at a time. */
export interface BuildQueue {
  /** Asks for a build of what is there now. What is asked for during a build is built after it, once. */
  request(): void;
}

/**
 * Opens a queue of builds.
 *
 * @param build Builds once; what it throws is given to `onFailure`.
 */
export function openBuildQueue(build: () => Promise<void>, onFailure: (error: unknown) => void): BuildQueue {
  let running = false;
  let wanted = false;
  const run = async () => {
    running = true;
    while (wanted) {
      wanted = false;
      await build().catch(onFailure);
    }
    running = false;
  };
  return {
    request() {
      wanted = true;
      if (!running) void run();
    },
  };
}
