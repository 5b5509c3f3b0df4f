/** Text with less ink than this share of solid black is faint. */
const faintest = 0.45;

/** Text with less ink than this cannot be seen on white paper. */
const invisible = 0.02;

/** Whether text is drawn so that it cannot be seen on white paper. */
export function isInvisible(lightness: number, opacity: number): boolean {
  return opacity * (1 - lightness) < invisible;
}

/** Whether text is drawn so light or so translucent that it may be a watermark. */
export function isFaint(lightness: number, opacity: number): boolean {
  return opacity * (1 - lightness) < faintest;
}

/** The luminance (ITU-R BT.601) of a colour, 0 for black to 1 for white. @param channels Red, green and blue, 0 to 255. */
export function lightnessOf([r = 0, g = 0, b = 0]: readonly number[]): number {
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}
