/** What stands for an image of the original where it is not seen, by its place among them from 1. */
export function imageDescription(place: number): string {
  return `原件插图${place}`;
}

/** Whether a text is such a description: nothing that the original does not say. */
export function isImageDescription(text: string): boolean {
  return /^原件插图\d+$/u.test(text);
}
