import {execFile} from 'node:child_process'

/**
 * What all copies of a repository have in common, and others have not: its first commit. Fingerprints in output that
 * leaves the desk are made with it, since a short phrase can be guessed from its hash alone. Empty outside a repository.
 */
export const saltOf = (cwd: string): Promise<string> =>
  new Promise((resolve) => {
    const args = ['rev-list', '--max-parents=0', 'HEAD']
    execFile('git', args, {cwd, timeout: 10_000}, (error, stdout) => {
      resolve(error ? '' : (stdout.trim().split('\n').at(-1) ?? ''))
    })
  })
