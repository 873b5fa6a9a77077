// The editor's API is made of classes, which its client extends and builds; so are these.

type Listener<T> = (event: T) => unknown

export class Disposable {
  readonly #after: () => unknown
  constructor(after: () => unknown) {
    this.#after = after
  }
  static from(...parts: readonly {dispose(): unknown}[]): Disposable {
    return new Disposable(() => {
      for (const part of parts) part.dispose()
    })
  }
  dispose(): void {
    this.#after()
  }
}

export class EventEmitter<T> {
  readonly #listeners = new Set<Listener<T>>()
  readonly event = (listener: Listener<T>, self?: unknown, disposables?: Disposable[]) => {
    const bound: Listener<T> = (event) => listener.call(self, event)
    this.#listeners.add(bound)
    const disposable = new Disposable(() => this.#listeners.delete(bound))
    disposables?.push(disposable)
    return disposable
  }
  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event)
  }
  dispose(): void {
    this.#listeners.clear()
  }
}

export class CancellationTokenSource {
  readonly #cancelled = new EventEmitter<void>()
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: this.#cancelled.event,
  }
  cancel(): void {
    this.token.isCancellationRequested = true
    this.#cancelled.fire()
  }
  dispose(): void {
    this.#cancelled.dispose()
  }
}

export class CancellationError extends Error {}
