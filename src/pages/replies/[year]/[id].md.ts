import type { APIRoute, GetStaticPaths } from 'astro';
import { readLetterFile } from '../../../data/letter-file.ts';
import { letterPaths } from '../../_letter-paths.ts';

export const getStaticPaths = letterPaths satisfies GetStaticPaths;

/** The letter's file as it was committed, to the byte. */
export const GET: APIRoute<{ letter: { id: string } }> = async ({ props }) =>
  new Response(new Uint8Array(await readLetterFile(props.letter.id)));
