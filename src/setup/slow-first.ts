import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that build editions, start many processes or read scans: each takes as long as a hundred others. */
const slow =
  /\/src\/(?:integrations|cli\/(?:faults|batch|queue)|convert\/growth|readers\/scan|setup\/package)\/|\/(?:fixtures|index-update)\.test/;

/**
 * Begins with the slow files, so that at the end of a run no core waits for one of them. In a clean clone Vitest knows of
 * no durations.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification) => slow.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}
