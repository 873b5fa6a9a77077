import type {Difference} from './compare.ts'

/** What mammoth reads otherwise in the documents of fixtures/word. */
export const mammothDifferences: Readonly<Record<string, Difference>> = {
  'hand-as-word': {
    ours: ['Officers were called to a domestic dispute.'],
    theirs: [],
    because: 'mammoth’s plain text has no notes',
  },
  'hand-directions': {
    ours: ['Her mother said مرحبا, and Ms Rees failed to protect Cai.'],
    theirs: ['Her mother said , and Ms Rees failed to .'],
    because: 'mammoth leaves out words whose direction is set',
  },
  'hand-equation': {
    ours: ['Of the nights, 3/7 were quiet, and the parents have a volatile relationship.'],
    theirs: ['Of the nights, were quiet, and the parents have a volatile relationship.'],
    because: 'mammoth reads no equations',
  },
  'hand-fields': {
    ours: ['Ms Rees failed to protect Cai.', 'It was a tiff over money.'],
    theirs: ['failed to protect Cai.', 'It was a rowtiff over money.'],
    because:
      'mammoth leaves the result of a merge field out, and reads that of the field inside another',
  },
  'hand-hidden': {
    ours: ['Ms Rees failed to protect Cai.', 'The parents have a volatile relationship.'],
    theirs: [
      'Ms Rees failed (ask her) to protect Cai.',
      'Note to self: it was a tiff.',
      'The parents have a very volatile relationship.',
    ],
    because: 'mammoth reads hidden text, which ours counts and leaves out',
  },
  'hand-hyphens': {
    ours: [
      'It was a tiff;',
      'the parents have a volatile relationship.',
      'Page one',
      'Officers were called to a domestic dispute.',
    ],
    theirs: [
      'It was a tiff;the parents have a volatile relationship.',
      'Page oneOfficers were called to a domestic dispute.',
    ],
    because: 'mammoth passes over line and page breaks',
  },
  'hand-notes': {
    ours: [
      'The parents have a volatile relationship.',
      'Officers were called to a domestic dispute.',
    ],
    theirs: [],
    because: 'mammoth’s plain text has no notes',
  },
  'hand-ruby': {
    ours: ['The parents have a volatile relationship.'],
    theirs: ['The parents have a relationship.'],
    because: 'mammoth leaves out the word that small print stands above',
  },
  'hand-signs': {
    ours: ['The parents have a volatile relationship & <more>.'],
    theirs: [],
    because: 'mammoth loses character data in CDATA',
  },
  'hand-symbols': {
    ours: ['☑ It was a tiff → Ms Rees failed to protect Cai.'],
    theirs: ['🗹 It was a tiff → Ms Rees failed to protect Cai.'],
    because: 'two signs for a ticked box',
  },
  'hand-utf16': {
    ours: ['Ms Rees failed to protect Cai.', 'The parents have a volatile relationship.'],
    theirs: [],
    because: 'mammoth cannot read UTF-16',
  },
  'office-notes': {
    ours: [
      'The parents have a volatile relationship.',
      'Officers were called to a domestic dispute.',
    ],
    theirs: [],
    because: 'mammoth’s plain text has no notes',
  },
  'package-contents': {
    ours: [],
    theirs: ['A volatile relationship', 'Cai'],
    because: 'a table of contents repeats the headings, which are read where they stand',
  },
  'package-equation-and-link': {
    ours: ['Of the nights, 37 were quiet; the parents have a volatile relationship.'],
    theirs: ['Of the nights, were quiet; the parents have a volatile relationship.'],
    because: 'mammoth reads no equations',
  },
  'package-notes': {
    ours: [
      'The parents have a volatile relationship.',
      'Officers were called to a domestic dispute.',
    ],
    theirs: [],
    because: 'mammoth’s plain text has no notes',
  },
  'package-symbols': {
    ours: ['☑ It was a tiff.', 'Ms Rees failed to protect Cai.☒'],
    theirs: ['🗹 It was a tiff.', 'Ms Rees failed to protect Cai.'],
    because: 'two signs for a ticked box; mammoth leaves a tick-box control out',
  },
  'pandoc-equation': {
    ours: ['The mean of a+b2 nights, and the parents have a volatile relationship.', 'x=1'],
    theirs: ['The mean of nights, and the parents have a volatile relationship.'],
    because: 'mammoth reads no equations',
  },
  'pandoc-footnotes': {
    ours: [
      'The parents have a volatile relationship.',
      'Officers were called to a domestic dispute.',
      'A second paragraph of the note.',
    ],
    theirs: [],
    because: 'mammoth’s plain text has no notes',
  },
}
