import {realpathSync} from 'node:fs'
import {availableParallelism} from 'node:os'
import {isMainThread} from 'node:worker_threads'
import {main} from './cli/main.ts'

/** Something could not be run to its end. */
const unfinished = 2

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads us, such as `head`, has read enough.
    if (error.code === 'EPIPE') process.exit(unfinished)
    throw error
  })
}

// Of a damaged file PDF.js leaves promises to themselves; what it answers us says that the file is damaged.
process.on('unhandledRejection', (reason) => {
  const isOfPdf = reason instanceof Error && /pdfjs/.test(reason.stack ?? '')
  if (!isOfPdf) throw reason
})

function runMain(): void {
  const {stdin, stdout, stderr, env} = process
  const [, started = ''] = process.argv
  // What started this thread starts others.
  const program = {
    start: realpathSync(started),
    bundle: __filename,
    processors: availableParallelism(),
  }
  const io = {stdin, stdout, stderr, env, cwd: process.cwd(), now: () => new Date(), program}
  // Not awaited, because the bundle is CommonJS; a failure here is not caught and ends with a trace.
  void main(process.argv.slice(2), io, {
    lsp: async () => (await import('./lsp/index.ts')).serve({input: stdin, output: stdout, io}),
  }).then((exitCode) => {
    process.exitCode = exitCode
  })
}

if (isMainThread) runMain()
else void import('./cli/thread.ts').then(({serveThread}) => serveThread())
