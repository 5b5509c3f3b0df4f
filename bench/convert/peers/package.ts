import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A package installed in `bench/node_modules` or in the project's. */
export interface Installed {
  module: unknown;
  version: string;
}

/** Loads a package by name; undefined if it is not installed. */
export async function loadPackage(name: string): Promise<Installed | undefined> {
  try {
    return { module: await import(name), version: versionOf(name) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function versionOf(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.resolve(name))); ; folder = dirname(folder)) {
    const found = readManifest(join(folder, 'package.json'));
    if (found?.name === name) return found.version ?? '';
    if (folder === dirname(folder)) return '';
  }
}

function readManifest(file: string): { name?: string; version?: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
  } catch {
    return undefined;
  }
}
