import type {StubDocument} from './document.ts'
import type {CodeAction, Diagnostic, Hover} from './kinds.ts'
import type {Range} from './places.ts'

interface Provider {
  readonly provideCodeActions?: (
    document: StubDocument,
    range: Range,
    context: {readonly diagnostics: readonly Diagnostic[]; readonly triggerKind: number},
    token: unknown,
  ) => Promise<readonly CodeAction[]>
  readonly resolveCodeAction?: (action: CodeAction, token: unknown) => Promise<CodeAction>
  readonly provideHover?: (document: StubDocument, at: unknown, token: unknown) => Promise<Hover>
}

const nothing: unknown = undefined

/** What extensions have done to the editor so far. */
export function createRecord() {
  return {
    /** By the address of the text: all that is shown of it, whoever set it. */
    diagnostics: new Map<string, readonly Diagnostic[]>(),
    /** By what they provide: "CodeActions", "Hover". */
    providers: new Map<string, Provider>(),
    commands: new Map<string, (...args: readonly unknown[]) => unknown>(),
    status: {text: '', tooltip: '', command: nothing, isShown: false},
    /** Messages with the buttons that they offer. */
    messages: [] as (readonly [kind: string, message: string, ...buttons: string[]])[],
    executed: [] as (readonly [command: string, ...args: unknown[]])[],
    openedOutside: [] as string[],
    log: [] as string[],
  }
}

export type EditorRecord = ReturnType<typeof createRecord>
