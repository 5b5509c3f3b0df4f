import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openPdfSession } from './worker-session.ts';

test('a page that was read is drawn with the fonts of the file', async () => {
  const file = new URL('../fixtures/pdf-libreoffice/input.pdf', import.meta.url);
  const session = await openPdfSession(readFileSync(file));
  try {
    expect((await session.read(1)).drawn.page.glyphs.length).toBeGreaterThan(100);
    const { width, data } = await session.render(1);
    expect(width).toBe(2480);
    // With another font some characters would be boxes or missing: 303,000.
    expect(data.filter((value, index) => index % 4 === 0 && value < 128).length).toBeGreaterThan(400_000);
  } finally {
    await session.close();
  }
});
