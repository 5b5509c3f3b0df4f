/** The file that lists the hashes of the files beside it, in the syntax of `sha256sum -c`. */
export const sumsName = 'SHA256SUMS';

/** Its signature, under the name where minisign looks for it. */
export const sumsSignatureName = `${sumsName}.minisig`;
