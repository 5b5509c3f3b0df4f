import { test } from 'vitest';
import { holdLaw } from './formatted-letter-law.fixture.ts';
import { letterFormats } from './formatted-letter.fixture.ts';

test.each(letterFormats)('in $name nothing is lost or woven into the text without a message', (format) =>
  holdLaw(format, 40),
);
