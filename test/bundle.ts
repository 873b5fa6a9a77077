import {build, type Metafile} from 'esbuild'

/** What `npm run build` makes of the command; written to `outfile` where one is given. */
export const bundleCommand = (outfile?: string): Promise<Metafile> =>
  bundle('src/cli/index.ts', 'cjs', outfile)

/** The library with its packages inside, as a host would bundle it. */
export const bundleLibrary = (): Promise<Metafile> => bundle('src/index.ts', 'esm')

async function bundle(entry: string, format: 'cjs' | 'esm', outfile?: string): Promise<Metafile> {
  const {metafile} = await build({
    entryPoints: [entry],
    outfile: outfile ?? 'dist/unwritten.js',
    write: outfile !== undefined,
    bundle: true,
    platform: 'node',
    format,
    metafile: true,
    logLevel: 'silent',
    ...(format === 'cjs' && {
      // A package asks where it stands, and CommonJS does not say.
      define: {'import.meta.url': 'bundleUrl'},
      banner: {js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href"},
    }),
  })
  return metafile
}
