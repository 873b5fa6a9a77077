/** What a run may touch outside itself, so that a test needs no process. */
export interface CommandIo {
  readonly stdin: AsyncIterable<Uint8Array> & {readonly isTTY?: boolean}
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  /** The folder that names of files start from. */
  readonly cwd: string
  /** The program as it was built, and where it runs; without it everything is done in this thread. */
  readonly program?: {
    /** The file that starts it, as Node was told. */
    readonly start: string
    /** The file that it is in. */
    readonly bundle: string
    /** How many threads run at once here. */
    readonly processors: number
  }
}

export interface Output {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
  /** The width of the terminal, where there is one. */
  readonly columns?: number
}

/** 0 clean, 1 findings at or above `--fail-on`, 2 something could not be read or run. */
export type ExitCode = 0 | 1 | 2
