import type {Difference} from './compare.ts'

/** What pandoc reads otherwise in the documents of fixtures/word. */
export const pandocDifferences: Readonly<Record<string, Difference>> = {
  'hand-alternate-content': {
    ours: ['The parents have a volatile relationship.'],
    theirs: [],
    because: 'pandoc reads no text boxes',
  },
  'hand-as-word': {
    ours: ['Section 7 report'],
    theirs: [],
    because: 'pandoc takes the title for a property of the document',
  },
  'hand-directions': {
    ours: ['Her mother said مرحبا, and Ms Rees failed to protect Cai.'],
    theirs: ['Her mother said , and Ms Rees failed to .'],
    because: 'pandoc leaves out words whose direction is set',
  },
  'hand-fields': {
    ours: ['Ms Rees failed to protect Cai.', 'It was a tiff over money.'],
    theirs: ['failed to protect Cai.', 'It was a rowtiff over money.'],
    because:
      'pandoc leaves the result of a merge field out, and reads that of the field inside another',
  },
  'hand-frames': {
    ours: ['The parents have a volatile relationship.'],
    theirs: [],
    because: 'pandoc reads no text boxes',
  },
  'hand-hidden': {
    ours: ['Ms Rees failed to protect Cai.', 'The parents have a volatile relationship.'],
    theirs: [
      'Ms Rees failed (ask her) to protect Cai.',
      'Note to self: it was a tiff.',
      'The parents have a very volatile relationship.',
    ],
    because: 'pandoc reads hidden text, which ours counts and leaves out',
  },
  'hand-notes': {
    ours: [
      'The parents have a volatile relationship.',
      'Officers were called to a domestic dispute.',
    ],
    theirs: [],
    because: 'pandoc does not find the notes of this file',
  },
  'hand-other-prefix': {
    ours: ['Ms Rees failed to protect Cai.', 'The parents have a volatile relationship.'],
    theirs: [],
    because: 'pandoc knows elements by the prefix w: alone',
  },
  'hand-ruby': {
    ours: ['The parents have a volatile relationship.'],
    theirs: ['The parents have a relationship.'],
    because: 'pandoc leaves out the word that small print stands above',
  },
  'hand-smart-tags': {
    ours: ['Ms Rees failed to protect Cai.'],
    theirs: [],
    because: 'pandoc passes over paragraphs in a custom XML element',
  },
  'hand-strict': {
    ours: ['Ms Rees failed to protect Cai.', 'The parents have a volatile relationship.'],
    theirs: [],
    because: 'pandoc reads no strict Open XML',
  },
  'hand-symbols': {
    ours: ['☑ It was a tiff → Ms Rees failed to protect Cai.'],
    theirs: ['It was a tiff → Ms Rees failed to protect Cai.'],
    because: 'pandoc does not know the sign',
  },
  'hand-utf16': {
    ours: ['Ms Rees failed to protect Cai.', 'The parents have a volatile relationship.'],
    theirs: [],
    because: 'pandoc reads no UTF-16',
  },
  'hand-spanning-comments': {
    ours: ['The parents have a volatile relationship.', 'Beside.'],
    theirs: [],
    because: 'pandoc loses a table that a comment spans',
  },
  'office-text-box': {
    ours: ['The parents have a volatile relationship.'],
    theirs: [],
    because: 'pandoc reads no text boxes',
  },
  'package-contents': {
    ours: [],
    theirs: ['A volatile relationship', 'Cai'],
    because: 'a table of contents repeats the headings, which are read where they stand',
  },
  'package-equation-and-link': {
    ours: ['Of the nights, 37 were quiet; the parents have a volatile relationship.'],
    theirs: ['Of the nights, \\frac{3}{7} were quiet; the parents have a volatile relationship.'],
    because: 'pandoc writes equations in TeX',
  },
  'package-symbols': {
    ours: ['☑ It was a tiff.', 'Ms Rees failed to protect Cai.☒'],
    theirs: ['It was a tiff.', 'Ms Rees failed to protect Cai.'],
    because: 'pandoc knows neither the sign nor the tick box',
  },
  'package-text-box': {
    ours: ['The parents have a volatile relationship.'],
    theirs: [],
    because: 'pandoc reads no text boxes',
  },
  'pandoc-equation': {
    ours: ['The mean of a+b2 nights, and the parents have a volatile relationship.', 'x=1'],
    theirs: [
      'The mean of \\frac{a + b}{2} nights, and the parents have a volatile relationship.',
      'x = 1',
    ],
    because: 'pandoc writes equations in TeX',
  },
  'pandoc-tables': {
    ours: [],
    theirs: ['Officers were called to a domestic dispute.'],
    because: 'pandoc reads the caption of a table twice',
  },
}
