const saveAsDocx =
  'Open it in the program it was made with and save it as .docx or as plain text (.txt).'

const savePage = 'Open it in Word or LibreOffice and save it as .docx.'
const useWord = 'Use the Word document it was made from'

/** Why a file could not be taken, and what to do. `problem` goes without its full stop. */
export const files = {
  empty: {
    problem: 'there is no text in this file',
    remedy: 'Check that the report was saved and that this is the right file.',
  },
  notText: {problem: 'this is not a text file', remedy: saveAsDocx},
  tooLarge: (megabytes: number) => ({
    problem: `the file is larger than ${megabytes} MB`,
    remedy: 'Take pictures and attachments out, or check the report in parts.',
  }),
  tooManyBlocks: (most: number) => ({
    problem: `the file has more than ${most} paragraphs`,
    remedy: 'Check the report in parts.',
  }),
  tooLong: (most: number) => ({
    problem: `the file has more than ${most / 1_000_000} million characters of text`,
    remedy: 'Check the report in parts.',
  }),
  tooDeep: (most: number) => ({
    problem: `quotations, lists or brackets stand more than ${most} deep inside one another`,
    remedy: 'Take out the rows of “>” or “[”, or save the report as plain text (.txt).',
  }),
  tooCrowded: {
    problem: 'one paragraph has thousands of lines or marks',
    remedy: 'Put blank lines between paragraphs, or save the report as plain text (.txt).',
  },
  notDocx: {
    problem: 'the file is named as a Word document but is not one',
    remedy: 'Open it in Word and save it as .docx; if it is plain text, give it the ending .txt.',
  },
  oldWord: {
    problem: 'the file is an older Word document (.doc), or is protected by a password',
    remedy: 'Open it in Word and save it as .docx without a password.',
  },
  notOdt: {
    problem: 'the file is named as an OpenDocument text but is not one',
    remedy:
      'Open it in LibreOffice and save it as .odt; if it is a Word document, give it the ending .docx.',
  },
  flatOdt: {
    problem: 'the file is no package, so no comments can be written into it',
    remedy: 'Open it in LibreOffice and save it as .odt.',
  },
  protectedOdt: {
    problem: 'the file is protected by a password',
    remedy: 'Open it in LibreOffice and save it without a password.',
  },
  packageNamedAsText: {
    problem: 'the file is named as text but is a Word document or a zip file',
    remedy: 'If it is a Word document, give it the ending .docx.',
  },
  html: {
    tooDeep: (most: number) => ({
      problem: `the elements of this page stand more than ${most} deep inside one another`,
      remedy: savePage,
    }),
    tooManyElements: (most: number) => ({
      problem: `the page is made of more than ${most} elements`,
      remedy: 'Check the report in parts.',
    }),
    tooTangled: {
      problem: 'too many tags of this page stand where they may not stand',
      remedy: savePage,
    },
  },
  pdf: {
    noText: {
      problem: 'there is no text in this PDF: its pages are pictures, as a scanner makes them',
      remedy: `${useWord}, or have the scan turned into text first.`,
    },
    protected: {
      problem: 'the PDF is protected by a password',
      remedy: `${useWord}, or save the PDF without a password.`,
    },
    damaged: {
      problem: 'the PDF is damaged or was not saved completely',
      remedy: `${useWord}, or make the PDF again.`,
    },
    tooManyPages: (most: number) => ({
      problem: `the PDF has more than ${most} pages`,
      remedy: 'Check the report in parts.',
    }),
    tooCrowded: (page: number) => ({
      problem: `page ${page} of the PDF is made of more pieces than can be read`,
      remedy: `${useWord}, or make the PDF again.`,
    }),
  },
  formats: {
    doc: {
      problem: 'older Word documents (.doc) are not read',
      remedy: 'Open it in Word or LibreOffice and save it as .docx.',
    },
    rtf: {
      problem: 'rich text files (.rtf) are not read',
      remedy: 'Open it in Word or LibreOffice and save it as .docx.',
    },
    pages: {
      problem: 'Pages documents are not read',
      remedy: 'Open it in Pages and export it to Word.',
    },
    webArchive: {
      problem: 'web archives (.mht) are not read',
      remedy: 'Open it in Word and save it as .docx, or copy its text into a .txt file.',
    },
    email: {
      problem: 'emails are not read',
      remedy: 'Copy the text into a .txt file, or save the attached report and check that.',
    },
    spreadsheet: {
      problem: 'spreadsheets are not read',
      remedy: 'Copy the text into a Word document and save it as .docx.',
    },
    picture: {
      problem: 'pictures are not read',
      remedy: 'Use the Word document it was made from.',
    },
    unknown: {
      problem: 'this kind of file is not read',
      remedy: 'Save the report as .docx, .odt, .txt or .md.',
    },
  },
} as const
