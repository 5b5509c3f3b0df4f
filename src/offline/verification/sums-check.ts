import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseManifest } from '../../archive/manifest.ts';
import { formatKeyId, type PublicKey } from '../../archive/signature/minisign-files.ts';
import { readSignedManifest } from '../../archive/signature/trusted-comment.ts';
import { checkSignature } from '../signing/signing.ts';
import { sumsName, sumsSignatureName } from '../../archive/offer/archives-folder.ts';

/** A copy, and what was found of it. */
export interface CopyToProve {
  /** Absolute path of the copy. */
  path: string;
  /** SHA-256 of a zip; absent for a folder. */
  zip: string | undefined;
  /** SHA-256 of the edition's own manifest, if it is there. */
  manifest: string | undefined;
}

/** What `SHA256SUMS` and its signature beside a copy say of it. */
export interface SumsCheck {
  /** `SHA256SUMS` lists the zip. */
  isListed: boolean;
  /** A signature is there. */
  isSigned: boolean;
  /** Id of the key whose signature holds for this copy. */
  signedBy?: string;
  faults: string[];
}

/**
 * Compares a copy with `SHA256SUMS`, and checks who signed it.
 *
 * @param key Absent: the signature is not checked.
 * @param signature Path of the signature; `SHA256SUMS` is expected beside it. Absent: beside the copy.
 */
export async function checkSums(
  { path, zip, manifest }: CopyToProve,
  key: PublicKey | undefined,
  signature = join(dirname(path), sumsSignatureName),
): Promise<SumsCheck> {
  const sumsPath = join(dirname(signature), sumsName);
  const sums = await readFile(sumsPath, 'utf8').catch(() => undefined);
  const signatureText = await readFile(signature, 'utf8').catch(() => undefined);
  const faults: string[] = [];
  const listed = readSums(sums, faults);
  const own = listed.get(basename(path));
  const isListed = zip !== undefined && [...listed.values()].includes(zip);
  if (zip !== undefined && own !== undefined && own !== zip)
    faults.push(`zip 的 SHA-256 与旁边的 ${sumsName} 不符。`);
  const found = { isListed, isSigned: signatureText !== undefined, faults };
  if (!key) return found;
  if (signatureText === undefined || sums === undefined) {
    faults.push(
      `没有签名：找不到 ${signatureText === undefined ? signature : sumsPath}。可用 --signature 指明。`,
    );
    return found;
  }
  const checked = checkSignature(sums, signatureText, key);
  if (checked.fault !== undefined) {
    faults.push(checked.fault);
    return found;
  }
  const isProved =
    zip === undefined
      ? manifest !== undefined && readSignedManifest(checked.trustedComment) === manifest
      : isListed;
  if (isProved) return { ...found, signedBy: formatKeyId(key.id) };
  faults.push(`签名有效，但签的不是这个副本${zip === undefined ? '' : `：它不在 ${sumsName} 中`}。`);
  return found;
}

function readSums(text: string | undefined, faults: string[]): ReadonlyMap<string, string> {
  try {
    return parseManifest(text ?? '');
  } catch {
    faults.push(`${sumsName} 读不懂。`);
    return new Map();
  }
}
