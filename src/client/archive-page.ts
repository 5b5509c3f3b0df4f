import { archivesFolder } from '../archive/offer/archives-folder.ts';
import { manifestName } from '../archive/manifest.ts';
import { hashText } from './archive/file-hash.ts';
import { showOffer } from './archive/offered-zip.ts';
import { connectVerification } from './archive/verification.ts';
import { editionScripts } from './edition-scripts.ts';

// The page on offline copies: states what is known of the zip, and checks a copy without a server or network.
const root = new URL('.', location.href);
const scripts = editionScripts(root);
let text: Promise<string> | undefined;
/** Loads the text of this edition's manifest once. */
const manifest = () => (text ??= scripts.load(manifestName).then(String));

const download = document.querySelector<HTMLElement>('[data-download]');
const offer = download ? showOffer(download, new URL(archivesFolder, root), manifest) : undefined;

const verification = document.querySelector<HTMLElement>('[data-verify]');
if (verification) connectVerification(verification, manifest, () => offer);

const digest = document.querySelector<HTMLElement>('[data-manifest-hash]');
if (digest)
  manifest().then(
    (content) => (digest.textContent = hashText(content)),
    () => (digest.textContent = '读不到清单'),
  );
