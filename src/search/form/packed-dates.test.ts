import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packDates, unpackDates } from './packed-dates.ts';

test('days are unpacked as they were packed, undated ones too', () => {
  const date = fc
    .date({ min: new Date('1949-10-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(fc.oneof(date, fc.constant(''))), (dates) => {
      expect(unpackDates(packDates(dates))).toEqual(dates);
    }),
  );
});
