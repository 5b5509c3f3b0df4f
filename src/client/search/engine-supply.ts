import type { EngineClient } from './engine-client.ts';

/** The engine of the page, started when it is first needed and again after a failure. */
export interface EngineSupply {
  client: () => Promise<EngineClient>;
  /** Ends the engine, and with it what it remembers of files that it could not read. */
  discard: () => void;
}

export function createEngineSupply(start: () => Promise<EngineClient>): EngineSupply {
  let starting: Promise<EngineClient> | undefined;
  return {
    client: () => (starting ??= start()),
    discard() {
      starting?.then(
        (client) => {
          client.stop();
        },
        () => undefined,
      );
      starting = undefined;
    },
  };
}
