import {resolve} from 'node:path'
import {type BuildOptions, build, type Metafile} from 'esbuild'
import {clientBundle} from '../scripts/vsix/client-bundle.ts'
import {commandBundle, libraryBundle} from '../src/build/bundles.ts'
import {pdfBundle} from '../src/build/pdf-apart.ts'
import {protocolBundle} from '../src/build/protocol-apart.ts'

const root = resolve('.')

/** What `npm run build` makes of the command, written to `outfile`. */
export const bundleCommand = (outfile: string): Promise<Metafile> =>
  bundle({...commandBundle(root), outfile})

/** The few lines that start the command from its bundle. */
export const bundleStart = (): Promise<Metafile> =>
  bundle({
    ...commandBundle(root),
    entryPoints: [resolve('src/cli/start.ts')],
    outfile: 'dist/unwritten.cjs',
    write: false,
  })

/** PDF.js, which stands beside both and is loaded when a PDF comes. */
export const bundlePdf = async (): Promise<string> => {
  const {outputFiles} = await build({...pdfBundle(root), write: false})
  const [file] = outputFiles ?? []
  if (!file) throw new Error('Expected esbuild to give a file')
  return file.text
}

/** The library of the protocol, which stands beside the command and is loaded when an editor starts it. */
export const bundleProtocol = (outfile: string): Promise<Metafile> =>
  bundle({...protocolBundle(root), outfile})

/** The library as a host would bundle it, with the packages that the build leaves outside. */
export const bundleLibrary = (): Promise<Metafile> =>
  bundle({
    ...libraryBundle(root),
    packages: 'bundle',
    outfile: 'dist/unwritten.js',
    write: false,
  })

/** What runs in Visual Studio Code, beside the command. */
export const bundleExtension = (): Promise<Metafile> =>
  bundle({...clientBundle(root), outfile: 'dist/unwritten.js', write: false})

async function bundle(options: BuildOptions): Promise<Metafile> {
  const {metafile} = await build({...options, metafile: true, logLevel: 'silent'})
  if (!metafile) throw new Error('Expected esbuild to say what the bundle is made of')
  return metafile
}
