import {NotificationType} from 'vscode-languageclient/node'

/** What the server says after each check of an open document: protocol.md. */
export interface Checked {
  /** As the client sent it. */
  readonly uri: string
  readonly version: number
  /** Places found, whether or not the settings show them. */
  readonly counts: Readonly<Record<'error' | 'warning' | 'info' | 'question', number>>
  readonly unread: readonly Unread[]
  /** Why nothing was checked, where nothing was: what, where, and what to do. */
  readonly problem?: string
}

interface Unread {
  readonly kind: string
  readonly count: number
  /** "one table", "3 images" */
  readonly words: string
}

export const checkedNotification = new NotificationType<Checked>('safeTogetherLint/checked')
