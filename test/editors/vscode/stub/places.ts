import {fileURLToPath, pathToFileURL} from 'node:url'

export class Position {
  readonly line: number
  readonly character: number
  constructor(line: number, character: number) {
    this.line = line
    this.character = character
  }
}

export class Range {
  readonly start: Position
  readonly end: Position
  constructor(
    ...[a, b, c, d]:
      | readonly [start: Position, end: Position]
      | readonly [line: number, character: number, endLine: number, endCharacter: number]
  ) {
    this.start = typeof a === 'number' ? new Position(a, Number(b)) : a
    this.end = typeof b === 'number' ? new Position(c ?? 0, d ?? 0) : b
  }
}

export class Uri {
  readonly scheme: string
  readonly path: string
  constructor(scheme: string, path: string) {
    this.scheme = scheme
    this.path = path
  }
  static file(path: string): Uri {
    return new Uri('file', decodeURIComponent(pathToFileURL(path).pathname))
  }
  static parse(text: string): Uri {
    const [, scheme = '', path = ''] = /^([a-z]+):(?:\/\/)?(.*)$/.exec(text) ?? []
    return new Uri(scheme, decodeURIComponent(path))
  }
  get fsPath(): string {
    return this.scheme === 'file' ? fileURLToPath(this.toString()) : this.path
  }
  with({path = this.path, scheme = this.scheme}: {path?: string; scheme?: string}): Uri {
    return new Uri(scheme, path)
  }
  toString(): string {
    return `${this.scheme}:${this.scheme === 'file' ? '//' : ''}${encodeURI(this.path)}`
  }
}

export class Location {
  readonly uri: Uri
  readonly range: Range
  constructor(uri: Uri, range: Range) {
    this.uri = uri
    this.range = range
  }
}
