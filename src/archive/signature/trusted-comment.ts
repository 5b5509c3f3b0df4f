import type { EditionInfo } from '../edition-info.ts';

/** What the line says that is signed together with `SHA256SUMS`: with it a folder is proved as well as a zip. */
const manifestField = 'manifest-sha256:';

/** Writes the line. @param manifest SHA-256 of the edition's own manifest, and so of the whole edition. */
export function writeTrustedComment({ day, commit }: EditionInfo, manifest: string): string {
  return [
    'file:SHA256SUMS',
    `${manifestField}${manifest}`,
    ...(day === null ? [] : [`day:${day}`]),
    ...(commit === null ? [] : [`commit:${commit}`]),
  ].join('\t');
}

/** Reads the SHA-256 of the edition's manifest from the line; undefined where it says none. */
export function readSignedManifest(comment: string): string | undefined {
  const field = comment.split('\t').find((one) => one.startsWith(manifestField));
  return field?.slice(manifestField.length);
}
