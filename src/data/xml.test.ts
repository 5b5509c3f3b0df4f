import fc from 'fast-check';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { xmlElement, writeXmlDocument } from './xml.ts';

test('a parser reads back what was written, whatever the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(']', '>', '<', '&', '"', "'", '\n', '\r', '\t', '\0', '\uFFFE', '答'),
    }),
  );
  fc.assert(
    fc.property(text, (value) => {
      const written = writeXmlDocument(xmlElement('a', {}, [xmlElement('b', { c: value }, value)]));
      using document = XmlDocument.fromString(written);
      const found = document.get('/a/b');
      if (!(found instanceof XmlElement)) throw new Error(written);
      const kept = value.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
      expect(found.content).toBe(kept);
      expect(found.attr('c')?.value).toBe(kept);
    }),
  );
});
