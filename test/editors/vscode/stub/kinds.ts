import type {WorkspaceEdit} from './edits.ts'
import type {Range} from './places.ts'

export class Diagnostic {
  range: Range
  message: string
  severity: number
  source?: string
  code?: unknown
  relatedInformation?: readonly unknown[]
  constructor(range: Range, message: string, severity: number = DiagnosticSeverity.Error) {
    this.range = range
    this.message = message
    this.severity = severity
  }
}

export class MarkdownString {
  value: string
  isTrusted?: unknown
  supportHtml?: boolean
  constructor(value = '') {
    this.value = value
  }
}

export class Hover {
  readonly contents: unknown
  readonly range: Range | undefined
  constructor(contents: unknown, range?: Range) {
    this.contents = contents
    this.range = range
  }
}

export class CodeActionKind {
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value === '' ? part : `${this.value}.${part}`)
  }
  contains({value}: CodeActionKind): boolean {
    return this.value === '' || value === this.value || value.startsWith(`${this.value}.`)
  }
  static readonly Empty = new CodeActionKind('')
  static readonly QuickFix = new CodeActionKind('quickfix')
  static readonly Refactor = new CodeActionKind('refactor')
  static readonly RefactorExtract = new CodeActionKind('refactor.extract')
  static readonly RefactorInline = new CodeActionKind('refactor.inline')
  static readonly RefactorRewrite = new CodeActionKind('refactor.rewrite')
  static readonly Source = new CodeActionKind('source')
  static readonly SourceOrganizeImports = new CodeActionKind('source.organizeImports')
}

export class CodeAction {
  title: string
  kind?: CodeActionKind
  edit?: WorkspaceEdit
  command?: {readonly command: string; readonly arguments?: readonly unknown[]}
  diagnostics?: readonly Diagnostic[]
  constructor(title: string, kind?: CodeActionKind) {
    this.title = title
    if (kind) this.kind = kind
  }
}

export class TabInputText {
  readonly uri: unknown
  constructor(uri: unknown) {
    this.uri = uri
  }
}

/** Named by the client, and built by it only for what the server does not offer; but for symbols and lenses, which are kept as they come. */
const plain = () =>
  class {
    readonly parts: readonly unknown[]
    constructor(...parts: readonly unknown[]) {
      this.parts = parts
    }
  }

export const plainClasses = {
  ...{CompletionItem: plain(), DocumentLink: plain(), CodeLens: plain(), InlayHint: plain()},
  ...{TypeHierarchyItem: plain(), CallHierarchyItem: plain(), SymbolInformation: plain()},
  ...{DocumentSymbol: plain(), DiagnosticRelatedInformation: plain(), RelativePattern: plain()},
  ...{InlayHintLabelPart: plain()},
  ...{TabInputTextDiff: plain(), TabInputNotebook: plain(), TabInputCustom: plain()},
}

const numbered = <const Names extends readonly string[]>(names: Names, from = 0) =>
  Object.fromEntries(names.map((name, index) => [name, index + from]))

export const DiagnosticSeverity = {Error: 0, Warning: 1, Information: 2, Hint: 3}

export const enums = {
  DiagnosticSeverity,
  DiagnosticTag: numbered(['Unnecessary', 'Deprecated'], 1),
  CompletionItemTag: numbered(['Deprecated'], 1),
  SymbolTag: numbered(['Deprecated'], 1),
  CompletionItemKind: numbered(['Text']),
  CompletionTriggerKind: numbered([
    'Invoke',
    'TriggerCharacter',
    'TriggerForIncompleteCompletions',
  ]),
  SymbolKind: numbered(['File', 'Module', 'Namespace', 'Package', 'Class', 'Method', 'Property']),
  DocumentHighlightKind: numbered(['Text', 'Read', 'Write']),
  FileType: numbered(['Unknown', 'File', 'Directory']),
  LogLevel: numbered(['Off', 'Trace', 'Debug', 'Info', 'Warning', 'Error']),
  NotebookCellKind: numbered(['Markup', 'Code'], 1),
  ProgressLocation: {SourceControl: 1, Window: 10, Notification: 15},
  StatusBarAlignment: numbered(['Left', 'Right'], 1),
  TextDocumentSaveReason: numbered(['Manual', 'AfterDelay', 'FocusOut'], 1),
  SignatureHelpTriggerKind: numbered(['Invoke', 'TriggerCharacter', 'ContentChange'], 1),
  CodeActionTriggerKind: numbered(['Invoke', 'Automatic'], 1),
  InlineCompletionTriggerKind: numbered(['Invoke', 'Automatic']),
  FoldingRangeKind: numbered(['Comment', 'Imports', 'Region'], 1),
}
