/**
 * The folder, at the root of a website, of what `dafu archive` writes: zips, their hashes and signature. It is no part of
 * an edition, for a zip cannot contain itself.
 */
export const archivesFolder = 'archives/';

/** The file that lists the hashes of the files beside it, in the syntax of `sha256sum -c`. */
export const sumsName = 'SHA256SUMS';

/** Its signature, under the name where minisign looks for it. */
export const sumsSignatureName = `${sumsName}.minisig`;
