/** Bundles one of the programs that ship, to be run by a test as it ships. */
import path from 'node:path';
import esbuild from 'esbuild';
import { bundles } from '../../tools/build/bundles.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * @param outdir its row in the table of bundles, such as `dist/cli`.
 * @returns absolute path of the folder that it is in.
 */
export async function bundled(outdir: string): Promise<string> {
  const all = await bundles(root, { production: true, tests: false });
  const own = all.find((bundle) => bundle.outdir === outdir);
  if (own === undefined) throw new Error(`${outdir} is not among what is bundled.`);
  const folder = path.join(root, 'out/tested', outdir);
  await esbuild.build({ ...own, outdir: folder });
  return folder;
}
