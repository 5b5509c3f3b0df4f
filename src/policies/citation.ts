/** A place in a letter that cites a policy. */
export interface PolicyCitation {
  /** The anchor of its paragraph on the letter's page. */
  anchor: string;
  /** As the letter writes it: a title with its marks, or a number. */
  text: string;
  /** The policy's name without its outer marks: its full title where the letter gives it, else its number. */
  name: string;
  /** Its number, where the letter gives it: 国办发〔2020〕23号, GB/T 33855-2017. */
  number?: string;
  /** Names of the same policy have the same key, in all letters. */
  key: string;
  /** The sentence around it, shortened with … */
  sentence: string;
}

/** The parts of a letter's frontmatter that its citations depend on. */
export interface CitingLetter {
  issuer: string;
  title: string;
  documentNumber?: string | undefined;
  proposal?: { title?: string | undefined } | undefined;
}
