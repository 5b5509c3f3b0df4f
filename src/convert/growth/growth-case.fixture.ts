/** An input that can be made in any size and then read. */
export interface GrowthCase {
  name: string;
  /**
   * Makes the input, of about so many characters or elements, and returns what reads it. Only reading is
   * counted.
   */
  prepare: (size: number) => () => Promise<unknown>;
}
