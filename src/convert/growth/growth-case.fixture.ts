/** Something that can be made of any size, and is then read. */
export interface GrowthCase {
  name: string;
  /** Makes it of about so many characters or elements, and gives what reads it: making it is not counted. */
  prepare: (size: number) => () => Promise<unknown>;
}
