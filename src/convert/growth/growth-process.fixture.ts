// `growth-process.fixture.ts SIZE EVERY EVERY_FAULTY [NAMED]` counts the work of one in EVERY of the cases and of one in
// EVERY_FAULTY of those with a past fault. It writes JSON lines: the cases whose work grows faster than their size, then
// how many were tried and in which rooms of the project work was counted.
import { writeSync } from 'node:fs';
import { excessOf } from './growth.fixture.ts';
import { openCounter, type Count } from './work-counter.fixture.ts';

const [size = '500', every = '1', everyFaulty = '1', named = ''] = process.argv.slice(2);
const count = await openCounter();
// Load this after opening the counter: code loaded before is counted by function, not by block.
const { growthCases } = await import('./growth-cases.fixture.ts');
const cases = growthCases(Number(every), Number(everyFaulty)).filter(({ name }) => name.includes(named));
const rooms = new Set<string>();
const countRooms: Count = async (run) => {
  const work = await count(run);
  for (const place of work.keys()) {
    const room = /^src\/([^/]+)\//.exec(place)?.[1];
    if (room !== undefined) rooms.add(room);
  }
  return work;
};
for (const one of cases) {
  const excess = await excessOf(countRooms, one, Number(size));
  if (excess) writeSync(1, `${JSON.stringify(excess)}\n`);
}
writeSync(1, `${JSON.stringify({ tried: cases.length, rooms: [...rooms].sort() })}\n`);
