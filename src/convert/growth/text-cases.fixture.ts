import { convert } from '../convert.ts';
import { fidelityBreaks } from '../../record/fidelity-check.ts';
import type { GrowthCase } from './growth-case.fixture.ts';
import { hostileLetter, hostilePlaces } from './hostile-letter.fixture.ts';
import { hostileLines } from './hostile-lines.fixture.ts';

/** Each kind of hostile line in each place of a letter, converted as plain text and checked for fidelity. */
export const textCases: GrowthCase[] = Object.entries(hostileLines).flatMap(([what, line]) =>
  hostilePlaces.map((place) => ({
    name: `${what} ${place}`,
    prepare: (size) => {
      const bytes = Buffer.from(hostileLetter(line, place, size));
      return async () => {
        const { record } = await convert(bytes, 'hostile.txt');
        fidelityBreaks(record, record);
      };
    },
  })),
);
