/** Which agencies handled a proposal, as a passage of the letter states it. */
export interface Handling {
  /** Anchor of the paragraph on the letter's page. */
  anchor: string;
  /** The words that state it, verbatim. */
  text: string;
  /** Agencies that answer (主办, or 分办: each for its part). */
  hosts: string[];
  /** Agencies that gave an opinion to the host (会办, 协办). */
  joined: string[];
  /** There are more of the latter than are named. */
  more: boolean;
}
