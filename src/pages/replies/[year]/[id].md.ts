import type { APIRoute, GetStaticPaths } from 'astro';
import { letterFileBytes } from '../../../content-files/letter-file.ts';
import { contentFolder } from '../../../data/content-folder.ts';
import { letterPaths } from '../../_letter-paths.ts';

export const getStaticPaths = letterPaths satisfies GetStaticPaths;

/** The letter's file as committed, byte for byte. */
export const GET: APIRoute<{ letter: { id: string } }> = async ({ props }) =>
  new Response(new Uint8Array(await letterFileBytes(contentFolder(), props.letter.id)));
