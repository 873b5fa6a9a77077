import {
  CheckBox,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  EndnoteReferenceRun,
  Math as Equation,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  type ISectionOptions,
  LevelFormat,
  MathFraction,
  MathRun,
  Packer,
  PageNumber,
  Paragraph,
  SymbolRun,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  Textbox,
  TextRun,
} from 'docx'

type Options = ConstructorParameters<typeof Document>[0]

/** Documents that the package `docx` makes. Everybody in them is invented. */

const say = (text: string) => new Paragraph(text)
const day = '2026-01-05T10:00:00Z'
const revision = {author: 'Supervisor', date: day}

const withContent = (
  children: ISectionOptions['children'],
  more: Partial<Options> = {},
): Options => ({
  creator: 'A. Adviser',
  ...more,
  sections: [{children}],
})

const cell = (
  children: (Paragraph | Table)[],
  more: {columnSpan?: number; rowSpan?: number} = {},
) => new TableCell({children, ...more})

const legal = {
  config: [
    {
      reference: 'legal',
      levels: [0, 1, 2].map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: [1, 2, 3]
          .slice(0, level + 1)
          .map((each) => `%${each}`)
          .join('.'),
      })),
    },
  ],
}
const numbered = (text: string, level: number) =>
  new Paragraph({text, numbering: {reference: 'legal', level}})

const options: Readonly<Record<string, Options>> = {
  'package-comments': withContent(
    [
      new Paragraph({
        children: [
          new TextRun('Ms Rees '),
          new CommentRangeStart(0),
          new TextRun('failed to protect'),
          new CommentRangeEnd(0),
          new TextRun({children: [new CommentReference(0)]}),
          new TextRun(' Cai.'),
        ],
      }),
      say('The parents have a volatile relationship.'),
    ],
    {
      comments: {
        children: [
          {id: 0, author: 'Supervisor', date: new Date(day), children: [say('Is this fair?')]},
        ],
      },
    },
  ),
  'package-tracked': withContent([
    new Paragraph({
      children: [
        new TextRun('Ms Rees '),
        new DeletedTextRun({text: 'struggled to keep Cai safe', id: 1, ...revision}),
        new InsertedTextRun({text: 'failed to protect Cai', id: 2, ...revision}),
        new TextRun('.'),
      ],
    }),
    say('The parents have a volatile relationship.'),
  ]),
  'package-numbering': withContent(
    [
      numbered('Background', 0),
      numbered('Ms Rees failed to protect Cai.', 1),
      numbered('The parents have a volatile relationship.', 1),
      numbered('It was a tiff.', 2),
      numbered('Officers were called to a domestic dispute.', 0),
    ],
    {numbering: legal},
  ),
  'package-margins': {
    creator: 'A. Adviser',
    sections: [
      {
        headers: {default: new Header({children: [say('Draft. It was a tiff.')]})},
        footers: {
          default: new Footer({
            children: [
              new Paragraph({children: [new TextRun({children: ['Page ', PageNumber.CURRENT]})]}),
            ],
          }),
        },
        children: [
          say('Ms Rees failed to protect Cai.'),
          say('The parents have a volatile relationship.'),
        ],
      },
    ],
  },
  'package-symbols': withContent([
    new Paragraph({
      children: [
        new SymbolRun({char: 'F0FE', symbolfont: 'Wingdings'}),
        new TextRun(' It was a tiff.'),
      ],
    }),
    new Paragraph({
      children: [
        new TextRun('Ms Rees failed to protect Cai.'),
        new CheckBox({checked: true, alias: 'seen'}),
      ],
    }),
    say('The parents have a volatile relationship.'),
  ]),
  'package-contents': withContent(
    [
      new TableOfContents('Contents', {hyperlink: true, headingStyleRange: '1-2'}),
      new Paragraph({text: 'A volatile relationship', heading: HeadingLevel.HEADING_1}),
      say('The parents have a volatile relationship.'),
      new Paragraph({text: 'Cai', heading: HeadingLevel.HEADING_2}),
      say('Ms Rees failed to protect Cai.'),
    ],
    {features: {updateFields: false}},
  ),
  'package-text-box': withContent([
    say('Ms Rees failed to protect Cai.'),
    new Textbox({
      alignment: 'center',
      style: {width: '200pt', height: 'auto'},
      children: [say('The parents have a volatile relationship.')],
    }),
    say('It was a tiff.'),
  ]),
  'package-tables': withContent([
    new Table({
      rows: [
        new TableRow({
          children: [
            cell([
              say('Ms Rees failed to protect Cai.'),
              new Table({rows: [new TableRow({children: [cell([say('It was a tiff.')])]})]}),
              say(''),
            ]),
            cell([say('Beside.')], {rowSpan: 2}),
          ],
        }),
        new TableRow({children: [cell([say('The parents have a volatile relationship.')])]}),
        new TableRow({
          children: [cell([say('Officers were called to a domestic dispute.')], {columnSpan: 2})],
        }),
      ],
    }),
    say('After.'),
  ]),
  'package-notes': withContent(
    [
      new Paragraph({
        children: [
          new TextRun('Ms Rees failed to protect Cai'),
          new FootnoteReferenceRun(1),
          new TextRun(' and it was a tiff'),
          new EndnoteReferenceRun(1),
          new TextRun('.'),
        ],
      }),
    ],
    {
      footnotes: {1: {children: [say('The parents have a volatile relationship.')]}},
      endnotes: {1: {children: [say('Officers were called to a domestic dispute.')]}},
    },
  ),
  'package-equation-and-link': withContent([
    new Paragraph({
      children: [
        new TextRun('Of the nights, '),
        new Equation({
          children: [
            new MathFraction({numerator: [new MathRun('3')], denominator: [new MathRun('7')]}),
          ],
        }),
        new TextRun(' were quiet; '),
        new ExternalHyperlink({
          link: 'https://example.org',
          children: [new TextRun('the parents have a volatile relationship')],
        }),
        new TextRun('.'),
      ],
    }),
    say('Ms Rees failed to protect Cai.'),
  ]),
}

export const byPackage = async (): Promise<Readonly<Record<string, Uint8Array>>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(options).map(
        async ([name, each]) =>
          [name, new Uint8Array(await Packer.toBuffer(new Document(each)))] as const,
      ),
    ),
  )
