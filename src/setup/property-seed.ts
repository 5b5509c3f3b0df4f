// Runs before each file of unit tests: properties draw from a known seed, which a failure reports.
import fc from 'fast-check';
import { caseSeed } from './seed.ts';

fc.configureGlobal({ seed: caseSeed() });
