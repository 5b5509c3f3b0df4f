import type { Raster } from '../scan/raster.ts';
import type { PlacedImage, DrawnPage } from '../layout/drawn-page.ts';

/** Whether an image is content: not a background, a line, a dot or the scan itself. */
export function isContentImage(place: PlacedImage, page: DrawnPage): boolean {
  const share = (place.width * place.height) / (page.width * page.height);
  return place.width > 40 && place.height > 40 && share > 0.01 && share < 0.85;
}

/** Whether an image is a seal: about as high as wide, 3 to 5.5 cm, and red where it has ink. */
export function isSealImage(place: PlacedImage, { channels, data }: Raster): boolean {
  const ratio = place.width / place.height;
  if (ratio < 0.8 || ratio > 1.25 || place.width < 80 || place.width > 160 || channels === 1) return false;
  let red = 0;
  let inked = 0;
  for (let at = 0; at < data.length; at += channels * 7) {
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const opaque = channels === 3 || (data[at + 3] ?? 0) > 40;
    if (!opaque || Math.min(r, g, b) > 200) continue;
    inked += 1;
    if (r > g + 50 && r > b + 50) red += 1;
  }
  return inked > 0 && red > 0.7 * inked;
}
