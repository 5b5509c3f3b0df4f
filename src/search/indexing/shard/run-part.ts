/** A part of a run that was made by another task. */
export interface RunPart {
  bytes: Uint8Array;
  from: number;
  to: number;
  /** The row in the shard of each row of the run. */
  rows: Uint32Array;
}
