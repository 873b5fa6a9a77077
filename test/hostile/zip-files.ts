import {deflateRawSync} from 'node:zlib'
import {filesOf, paragraph, part, relationships, zip} from '../readers/docx/make-docx.ts'
import {type HostileFile, secret} from './hostile-file.ts'
import {type Lies, type LyingEntry, lyingZip, numbers} from './lying-zip.ts'

const main = 'word/document.xml'
const documentOf = (text: string) => part('document', `<w:body>${paragraph(text)}</w:body>`)
const report = documentOf(secret)

const [types, packageRelationships]: readonly LyingEntry[] = Object.entries(filesOf({body: ''}))
  .slice(0, 2)
  .map(([name, data]) => ({name, data}))
const frame = [types, packageRelationships].flatMap((entry) => entry ?? [])

const mainEntry: LyingEntry = {name: main, data: report}

/** A report whose main part is as said, with other entries after it. */
const reportWith = (
  changed: Partial<LyingEntry>,
  others: readonly LyingEntry[] = [],
  lies: Lies = {},
) => lyingZip([...frame, {...mainEntry, ...changed}, ...others], lies)

const withLies = (lies: Lies) => reportWith({}, [], lies)

const damaged = 'the file is damaged or was not saved completely'
const twice = 'the file holds the same part twice, so there is no telling which is the report'
const tooFar = 'the file unpacks to more than 200 MB'
const notWord = 'the file is named as a Word document but is not one'
const locked = 'the file is an older Word document (.doc), or is protected by a password'
const read = `read: ${secret}`

const megabyte = 1024 * 1024

/** Compresses a thousandfold. */
const spaces = (megabytes: number) => Buffer.alloc(megabytes * megabyte, ' ')

/** Compressed bytes that unpack to nothing at all: deflate's empty blocks. */
const emptyBlocks = (bytes: number) => {
  const block = Uint8Array.of(0, 0, 0, 0xff, 0xff)
  const packed = new Uint8Array(bytes - (bytes % 5))
  for (let at = 0; at < packed.length; at += 5) packed.set(block, at)
  packed[packed.length - 5] = 1
  return packed
}

/** A report that refers to many headers, all of which stand in the same compressed bytes. */
function overlapping(count: number, kernel: Pick<LyingEntry, 'data' | 'packed'>): Uint8Array {
  const headers = Array.from({length: count}, (_, index) => `header${index}.xml`)
  const targets = Object.fromEntries(headers.map((name) => [name, 'header']))
  const before = [
    ...frame,
    mainEntry,
    {name: 'word/_rels/document.xml.rels', data: relationships(targets)},
  ]
  const headerOffset = Buffer.from(lyingZip(before)).indexOf(Buffer.from('PK\u0001\u0002'))
  const entries = headers.map(
    (name, index): LyingEntry => ({
      ...kernel,
      name: `word/${name}`,
      isListedOnly: index > 0,
      directory: {headerOffset},
    }),
  )
  return lyingZip([...before, ...entries])
}

const bombs: readonly Omit<HostileFile, 'file'>[] = [
  {
    named: 'one part of high ratio',
    bytes: () => reportWith({data: Buffer.concat([Buffer.from(report), spaces(195)])}),
    gives: 'the part word/document.xml is longer than can be read',
  },
  {
    named: 'one part over the limit',
    bytes: () => reportWith({data: spaces(201)}),
    gives: tooFar,
  },
  {
    named: 'many parts over the limit together',
    bytes: () =>
      reportWith(
        {},
        Array.from({length: 30}, (_, index) => ({
          name: `word/media/${index}.png`,
          data: spaces(7),
        })),
      ),
    gives: tooFar,
  },
  {
    named: 'large parts that nobody needs',
    bytes: () => reportWith({}, [{name: 'word/media/a.png', data: spaces(180)}]),
    gives: read,
  },
  {
    named: 'entries that overlap',
    bytes: () => overlapping(4000, {data: part('hdr', ' '.repeat(20_000))}),
    gives: damaged,
  },
  {
    named: 'entries that overlap and unpack to nothing',
    bytes: () => overlapping(4000, {data: '', packed: emptyBlocks(4 * megabyte)}),
    gives: damaged,
  },
  {
    named: 'compressed bytes that unpack to nothing',
    bytes: () => reportWith({data: '', packed: emptyBlocks(40 * megabyte)}),
    gives: 'the part word/document.xml cannot be read, because its XML is not well formed',
  },
  {
    named: 'zips in zips',
    bytes: () => {
      let inner: Uint8Array = spaces(100)
      for (let depth = 0; depth < 50; depth++) inner = zip({'report.docx': inner})
      return reportWith({}, [{name: 'word/embeddings/report.docx', data: inner}])
    },
    gives: read,
  },
  {
    named: 'itself in a part of a zip in its main part',
    bytes: () => reportWith({data: zip({[main]: report})}),
    gives: 'the part word/document.xml cannot be read, because its XML is not well formed',
  },
]

const size = Buffer.byteLength(report)

const sizes: readonly Omit<HostileFile, 'file'>[] = [
  ['a size too small', {directory: {size: size - 1}}, damaged],
  ['a size too large', {directory: {size: size + 1}}, damaged],
  ['a size of nothing', {directory: {size: 0}}, damaged],
  ['a size of 4 GB', {directory: {size: 0xfffffffe}}, tooFar],
  ['a compressed size too small', {directory: {compressedSize: 10}}, damaged],
  [
    'a compressed size that reaches into the directory',
    {directory: {compressedSize: 600}},
    damaged,
  ],
  ['a compressed size of 4 GB', {directory: {compressedSize: 0xfffffff0}}, damaged],
  ['stored, with a wrong size', {method: 0, directory: {size: size - 1}}, damaged],
  [
    'stored, with two wrong sizes',
    {method: 0, directory: {size: size - 1, compressedSize: size - 1}},
    damaged,
  ],
  ['stored, and said to be compressed', {method: 0, directory: {method: 8}}, damaged],
  ['compressed, and said to be stored', {directory: {method: 0}}, damaged],
  ['compressed in a way nobody knows', {directory: {method: 99}}, damaged],
  ['a wrong checksum', {directory: {crc: 1}}, damaged],
  ['a local size that is wrong', {local: {size: 5, compressedSize: 5}}, read],
  ['a local name that is another', {local: {name: 'word/document.xmk'}}, damaged],
  ['a local name that is longer', {local: {name: `${main}${'l'.repeat(60_000)}`}}, damaged],
  ['a local header that says it is locked', {local: {flags: 1}}, read],
  ['a password', {directory: {flags: 1}}, locked],
  [
    'sizes that stand elsewhere (zip64)',
    {
      directory: {
        size: 0xffffffff,
        compressedSize: 0xffffffff,
        extra: numbers([
          [2, 1],
          [2, 16],
          [8, size],
          [8, deflateRawSync(report).length],
        ]),
      },
    },
    read,
  ],
  ['a size that stands elsewhere, and does not', {directory: {size: 0xffffffff}}, tooFar],
  ['a header beyond the file', {directory: {headerOffset: 0x7fffffff}}, damaged],
  ['a header in the middle of a part', {directory: {headerOffset: 100}}, damaged],
  ['extra fields that are no fields', {directory: {extra: Buffer.alloc(65_000, 0xff)}}, read],
].map(([named, changed, gives]) => ({
  named: String(named),
  bytes: () => reportWith(typeof changed === 'object' ? changed : {}),
  gives: String(gives),
}))

const directories: readonly Omit<HostileFile, 'file'>[] = [
  {
    named: 'a directory past the end',
    bytes: () => withLies({directoryOffset: 1e9}),
    gives: damaged,
  },
  {
    named: 'a directory at the last byte of all',
    bytes: () => withLies({directoryOffset: 0xffffffff}),
    gives: damaged,
  },
  {
    named: 'a directory that is the first part',
    bytes: () => withLies({directoryOffset: 0}),
    gives: damaged,
  },
  {named: 'a count too large', bytes: () => withLies({count: 4}), gives: damaged},
  {named: 'a count too small', bytes: () => withLies({count: 2}), gives: notWord},
  {named: 'a count of nothing', bytes: () => withLies({count: 0}), gives: notWord},
  {
    named: 'a count of the most there can be',
    bytes: () => withLies({count: 0xffff}),
    gives: 'the file is made of more than 5,000 parts',
  },
  {
    named: 'a long comment',
    bytes: () => withLies({comment: Buffer.alloc(65_535, 'PK')}),
    gives: read,
  },
  {
    named: 'a comment that is longer than the file',
    bytes: () => withLies({commentLength: 65_535}),
    gives: read,
  },
  {
    named: 'a comment that is itself the end of a directory',
    bytes: () => withLies({comment: lyingZip([])}),
    gives: notWord,
  },
  {
    named: 'other bytes before the first part',
    bytes: () => withLies({before: Buffer.from('MZ, a program')}),
    gives: notWord,
  },
  {
    named: 'a part before the first that nobody lists',
    bytes: () =>
      lyingZip([{...mainEntry, data: documentOf('Other.'), isUnlisted: true}, ...frame, mainEntry]),
    gives: read,
  },
  {
    named: 'a second main part that nobody lists',
    bytes: () => reportWith({}, [{...mainEntry, data: documentOf('Other.'), isUnlisted: true}]),
    gives: read,
  },
  {
    named: 'a main part that is only listed',
    bytes: () => lyingZip([...frame, {...mainEntry, isListedOnly: true}]),
    gives: damaged,
  },
  {named: 'two main parts', bytes: () => reportWith({}, [mainEntry]), gives: twice},
  {
    named: 'two main parts in different letters',
    bytes: () => reportWith({}, [{...mainEntry, name: 'WORD/Document.XML'}]),
    gives: twice,
  },
]

const names: readonly Omit<HostileFile, 'file'>[] = [
  ['climbs', '../word/document.xml'],
  ['climbs in the middle', 'word/../../word/document.xml'],
  ['starts at the root', '/word/document.xml'],
  ['has a drive', 'C:\\word\\document.xml'],
  ['has backslashes', 'word\\document.xml'],
  ['holds a null', 'word/document.xml\0.png'],
  ['is empty', ''],
  ['is of 60,000 letters', 'a'.repeat(60_000)],
  ['is of JavaScript', '__proto__'],
  ['is no text', '\ud800'],
].map(([how, name]) => ({
  named: `a part whose name ${how}`,
  bytes: () => reportWith({}, [{name: String(name), data: documentOf('Other.')}]),
  gives: read,
}))

const whole = reportWith({})

const cuts: readonly Omit<HostileFile, 'file'>[] = Array.from(
  {length: Math.ceil(whole.length / 100)},
  (_, index) => ({
    named: `cut at byte ${index * 100}`,
    bytes: () => whole.subarray(0, index * 100),
    gives: index === 0 ? 'there is no text in this file' : damaged,
  }),
)

export const zipFiles: readonly HostileFile[] = [
  ...bombs,
  ...sizes,
  ...directories,
  ...names,
  ...cuts,
].map((one) => ({...one, file: 'report.docx'}))
