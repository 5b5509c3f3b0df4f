/** The alternative text of an image of the original, by its number from 1. */
export function imageDescription(place: number): string {
  return `原件插图${place}`;
}

/** Whether a text is such a description, which adds nothing to the original. */
export function isImageDescription(text: string): boolean {
  return /^原件插图\d+$/u.test(text);
}
