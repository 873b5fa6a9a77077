import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {
  cell,
  element,
  fieldEnd,
  fieldStart,
  filesOf,
  paragraph,
  row,
  run,
  style,
  table,
  zip,
} from '../test/readers/docx/make-docx.ts'

// Makes the templates of Word among the fixtures: content controls, drop-down lists, tick boxes, merge fields.
// Every one is invented.

const styles = [1, 2]
  .map((level) =>
    element(
      'w:style',
      `<w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr>`,
      `w:type="paragraph" w:styleId="Heading${level}"`,
    ),
  )
  .join('')

const h1 = (text: string) => paragraph(run(text), style('Heading1'))
const h2 = (text: string) => paragraph(run(text), style('Heading2'))
const p = (...content: readonly string[]) =>
  paragraph(content.map((each) => (each.startsWith('<') ? each : run(each))).join(''))

/** A control that still shows what the template put there. */
const ask = (prompt: string) =>
  element('w:sdt', `<w:sdtPr><w:showingPlcHdr/></w:sdtPr>${element('w:sdtContent', run(prompt))}`)
const drop = (...choices: readonly string[]) =>
  element(
    'w:sdt',
    `<w:sdtPr><w:showingPlcHdr/><w:dropDownList><w:listItem w:displayText="Choose an item." w:value=""/>${choices
      .map((choice) => `<w:listItem w:displayText="${choice}" w:value="${choice}"/>`)
      .join('')}</w:dropDownList></w:sdtPr>${element('w:sdtContent', run('Choose an item.'))}`,
  )
const tick = (label: string) => `${run('☐ ')}${run(label)}`
const merge = (name: string) =>
  `${fieldStart(` MERGEFIELD ${name} \\* MERGEFORMAT `)}${run(`«${name}»`)}${fieldEnd}`
const property = (name: string, shown: string) =>
  element('w:fldSimple', run(shown), `w:instr=" DOCPROPERTY ${name} "`)

const childImpact = [
  h1('Child impact report'),
  p(
    'Case ',
    merge('CaseNumber'),
    ', prepared by ',
    property('Author', 'A. Practitioner'),
    ' for the hearing on ',
    merge('HearingDate'),
    '.',
  ),
  table(
    row(cell(p('Child')), cell(p(merge('ChildFirstName')))),
    row(cell(p('Mother')), cell(p(merge('MotherFullName')))),
    row(cell(p('Father')), cell(p(merge('FatherFullName')))),
    row(
      cell(p('Nature of the dispute')),
      cell(p(drop('Parental conflict', 'Domestic abuse', 'Substance misuse', 'Relocation'))),
    ),
  ),
  h2('Background'),
  p(ask('Describe the parents’ relationship and the reasons for its breakdown.')),
  h2('Domestic abuse'),
  p(
    tick('Yes'),
    '  ',
    tick('No'),
    '  ',
    tick('Historic'),
    '  ',
    tick('Domestic incidents between the parties'),
  ),
  p('Describe the incident: ', ask('Click or tap here to enter text.')),
  p('Was ', merge('ChildFirstName'), ' present during the incident?'),
  p(ask('Summarise the mother’s insight into the effect of the conflict on the child.')),
  h2('Contact'),
  p('Barriers to contact: ', ask('Click or tap here to enter text.')),
  p('Which parent does ', merge('ChildFirstName'), ' prefer?'),
  h2('Recommendation'),
  p(
    'It is recommended that ',
    merge('MotherFullName'),
    ' ',
    drop('attends the Freedom Programme', 'engages with mediation', 'makes the child available'),
    '.',
  ),
].join('')

const parentingAssessment = [
  h1('Parenting assessment'),
  p('Assessment of ', merge('MotherFullName'), ', mother of ', merge('ChildFirstName'), '.'),
  h2('Capacity to protect'),
  p(ask('Assess the mother’s ability to protect from domestic abuse.')),
  p('Has mother failed to protect? ', tick('Yes'), ' ', tick('No')),
  p('Why did she not leave? ', ask('Explain.')),
  h2('Engagement'),
  table(
    row(cell(p('Mother’s engagement')), cell(p(drop('Good', 'Variable', 'Poor')))),
    row(
      cell(p('Mother’s acceptance of concerns')),
      cell(p(drop('Accepts', 'Partly accepts', 'In denial'))),
    ),
  ),
  h2('Working agreement'),
  p(merge('MotherFullName'), ' agrees not to allow ', merge('FatherFullName'), ' into the home.'),
  p('Mother will call the police if he comes to the address.'),
].join('')

const exemplary = [
  h1('Section 7 report'),
  p('Case ', merge('CaseNumber'), '. Author: ', property('Author', 'A. Practitioner'), '.'),
  p(
    'In this form [A] is the person whose behaviour is described and [B] the adult it was directed at. Where each has made allegations about the other, fill in this part twice.',
  ),
  h2('Behaviour'),
  p(
    ask(
      'What has [A] done towards [B] and towards each child: since when, how often, and to gain what? Include control of money, time, friends, movements and parenting, and coercive or controlling behaviour.',
    ),
  ),
  p(
    'For each statement: ',
    drop(
      'found by the court',
      'admitted',
      'a conviction',
      'recorded',
      'told to me',
      'disputed',
      'not yet looked at',
    ),
    ' ',
    ask('Who says so, where is it recorded, and on what date?'),
  ),
  p('What does [A] say about it? ', ask('[A]’s response, in [A]’s words.')),
  h2('What [B] does'),
  p(ask('What does [B] do, every day and in danger, to keep each child safe, calm and cared for?')),
  h2('Each child'),
  p(
    'For ',
    merge('ChildFirstName'),
    ': ',
    ask(
      'How has [A]’s behaviour affected sleep, health, school, friendships and the bond with [B], seen or unseen?',
    ),
  ),
  p(
    'In ',
    merge('ChildFirstName'),
    '’s own words: ',
    ask('What does this child say about home, what worries and what helps?'),
  ),
  h2('[A] as a parent'),
  p(
    ask(
      'What care does [A] give, and how does [A]’s behaviour touch it? How does [A] treat [B]’s parenting?',
    ),
  ),
  h2('Recommendation'),
  p(ask('What does [A] have to do, who will check it, and by when? What support would [B] like?')),
].join('')

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** Without it LibreOffice and Word open no package. */
const contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles1.xml" ContentType="${word}.styles+xml"/></Types>`

const templates = {
  'template-child-impact': childImpact,
  'template-parenting-assessment': parentingAssessment,
  'clean-template-section-7': exemplary,
}

for (const [name, body] of Object.entries(templates)) {
  const folder = join('fixtures', name)
  mkdirSync(folder, {recursive: true})
  writeFileSync(
    join(folder, 'report.docx'),
    zip({...filesOf({body, styles}), '[Content_Types].xml': contentTypes}),
  )
}
