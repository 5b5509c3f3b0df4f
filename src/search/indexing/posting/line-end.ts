/** Between the names of the tokens of a chunk. */
export const lineEnd = 10;
