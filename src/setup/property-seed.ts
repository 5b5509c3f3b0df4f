// Set up for each file of unit tests: their properties draw with a known seed, which a failure names.
import fc from 'fast-check';
import { caseSeed } from './seed.ts';

fc.configureGlobal({ seed: caseSeed() });
