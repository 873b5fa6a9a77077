// Invented English in the style of a family-court section 7 report, to measure speed with.
// No real case, person or place is described. Seeded: the same arguments always give the same bytes.
//
//   node bench/generate-reports.mjs [folder] [--files 100]
//
// Template text has a small vocabulary, so a tool that keeps results by word or by sentence
// looks better here than on real reports.
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'

/** Name, words, seed. */
const sizes = [
  ['report', 6_000, 1],
  ['words-25k', 25_000, 4],
  ['words-100k', 100_000, 2],
  ['words-400k', 400_000, 5],
  ['words-1m', 1_000_000, 3],
]
const firstFileSeed = 1000

const surnames =
  'Ashdown Barlow Carver Dunmore Ellery Farnham Goddard Hartwell Ingram Jessop Kendrick Lomax Marsden Nettleton Oakes Prentice Quigley Redfern Salter Tindall Underhill Varley Whitcombe Yarrow Adeyemi Okafor Rahman Kowalska Ferreira Haddad'.split(
    ' ',
  )
const girls =
  'Amelia Bethany Chloe Daisy Elsie Freya Grace Hannah Isla Jessica Kayleigh Lily Megan Nadia Olivia Poppy Ruby Sienna Tilly Zara'.split(
    ' ',
  )
const boys =
  'Alfie Ben Callum Dylan Ethan Finley George Harrison Isaac Jayden Kian Leo Mason Noah Oscar Reuben Samir Theo Tyler Zac'.split(
    ' ',
  )
const courts =
  'Ashby Brackton Colne Vale Denholme Eastmere Fairleigh Gransmoor Harrowby Ivelet Kelsale'.split(
    ' ',
  )
const months =
  'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const schools = [
  'St Anne’s Primary',
  'Millfield Infants',
  'Oakbank Academy',
  'Canon Road Primary',
  'the Limes Nursery',
]
const workers = [
  'the social worker',
  'the health visitor',
  'the class teacher',
  'the IDVA',
  'the police officer',
  'the family support worker',
  'the GP',
  'the headteacher',
  'the paediatrician',
  'the contact supervisor',
]
const rooms = [
  'in the kitchen',
  'on the landing',
  'outside the school gates',
  'at the contact centre',
  'in the car',
  'in the hallway of the family home',
  'at the maternal grandmother’s flat',
  'in front of the children',
  'in the living room',
  'at the door of the refuge',
]
const suffered = [
  'assaulted',
  'strangled',
  'slapped',
  'pushed against the wall',
  'followed home',
  'threatened',
  'shouted at',
  'grabbed by the hair',
  'locked out of the house',
  'kicked',
  'punched',
  'isolated from her family',
  'humiliated',
  'monitored',
  'restrained',
]
const did = [
  'assaulted',
  'strangled',
  'slapped',
  'pushed',
  'followed',
  'threatened',
  'shouted at',
  'grabbed',
  'kicked',
  'punched',
  'belittled',
  'monitored',
  'isolated',
  'controlled',
  'stalked',
]
const adverbs = [
  '',
  '',
  '',
  'repeatedly ',
  'allegedly ',
  'subsequently ',
  'deliberately ',
  'again ',
  'often ',
  'previously ',
]
const headings = [
  'Introduction',
  'Family composition',
  'Sources of information',
  'Background and chronology',
  'Incidents recorded by the police',
  'The mother’s account',
  'The father’s account',
  'The wishes and feelings of the children',
  'Education',
  'Health',
  'Accommodation',
  'Contact arrangements',
  'Assessment of risk',
  'Parenting capacity',
  'Analysis',
  'The welfare checklist',
  'Recommendations',
]

/** mulberry32: numbers from 0 up to 1. */
function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One family, and the phrases that its report is made of. */
function familyOf(seed) {
  const random = randomFrom(seed)
  const pick = (choices) => choices[Math.floor(random() * choices.length)]
  const number = (low, high) => low + Math.floor(random() * (high - low + 1))
  const mother = `Ms ${pick(surnames)}`
  const father = `Mr ${pick(surnames)}`
  const [girl, boy] = [pick(girls), pick(boys)]
  const grandmother = `Ms ${pick(surnames)}`
  const date = () => `${number(1, 28)} ${pick(months)} 20${number(18, 24)}`
  const family = {random, pick, number, date, mother, father, girl, boy, grandmother}
  const phrases = {...family, ...phrasesOf(family)}
  return {...phrases, ...clausesOf(phrases)}
}

/** Who, when and where. */
const phrasesOf = ({pick, number, date, mother, father, girl, boy}) => ({
  him: () => pick([father, father, 'the father', 'he', 'Father', 'her ex-partner']),
  He: () => pick([father, 'The father', 'He', `${father} himself`]),
  her: () => pick([mother, mother, 'the mother', 'Mother']),
  them: () =>
    pick(['the children', 'both children', girl, boy, `${girl} and ${boy}`, 'the two children']),
  When: () =>
    pick([
      `On ${date()}`,
      `In ${pick(months)} 20${number(18, 24)}`,
      `At around ${number(1, 11)}.${number(10, 59)} ${pick(['a.m.', 'p.m.'])} on ${date()}`,
      `During the week of ${date()}`,
      `Some ${number(2, 9)} months later`,
      `Shortly before ${boy}’s ${number(2, 9)}th birthday`,
      'That evening',
      'The following morning',
    ]),
  place: () => pick(rooms),
  suffered: () => pick(suffered),
  did: () => pick(did),
  adverb: () => pick(adverbs),
  Saw: () =>
    pick(['witnessed', 'seen', 'overheard', 'reported', 'described', 'disclosed', 'recorded']),
})

function clausesOf({random, pick, number, date, girl}) {
  const clause = () =>
    pick([
      'although no further action was taken',
      'which is consistent with the police record',
      `and this was noted by ${pick(workers)}`,
      `while ${girl} was upstairs in her bedroom`,
      `despite the non-molestation order made on ${date()}`,
      'because he “wanted to know where she was”',
      'and the neighbour called 999',
      `and the matter was referred to the MARAC on ${date()}`,
      'before the children were collected by their aunt',
      'so that she could not leave for work',
      'and it isn’t disputed that alcohol was involved',
      `as set out at paragraph ${number(2, 60)} of the bundle`,
      'having earlier taken her phone, bank card and car keys',
      `even though the parents had separated ${number(2, 20)} weeks earlier`,
    ])
  return {clause, tail: () => (random() < 0.45 ? `, ${clause()}` : '')}
}

const sentencesOf = (family) => [
  ...incidents(family),
  ...accounts(family),
  ...assessments(family),
  ...observations(family),
]

const incidents = ({random, pick, number, mother, father, ...say}) => [
  () =>
    `${say.When()}, ${say.her()} was ${say.adverb()}${say.suffered()} ${random() < 0.45 ? `by ${father} ` : ''}${say.place()}${say.tail()}.`,
  () =>
    `${say.When()}, ${say.him()} ${say.adverb()}${say.did()} ${say.her()} ${say.place()}${say.tail()}.`,
  () =>
    `${say.He()} has ${number(2, 6)} previous convictions, including one for common assault and one for criminal damage${say.tail()}.`,
  () =>
    `${pick(['Police', 'Two officers', 'Officers'])} attended the address following a domestic incident ${say.place()}${say.tail()}.`,
  () =>
    `The couple have had a ${pick(['volatile', 'turbulent', 'difficult', 'stormy', 'on-and-off'])} relationship for ${number(2, 14)} years${say.tail()}.`,
  () =>
    `It was ${say.Saw()} by ${pick(workers)} that ${say.them()} had been present during the ${pick(['argument', 'altercation', 'incident', 'dispute', 'assault'])}${say.tail()}.`,
  () =>
    `${mother} has failed to protect ${say.them()} from exposure to domestic abuse${say.tail()}.`,
  () => `${mother} said that she didn’t feel able to end the relationship${say.tail()}.`,
]

const accounts = ({random, pick, number, mother, father, girl, boy, ...say}) => [
  () => 'She told me: “I’d have left if I’d had anywhere to go, but he wouldn’t let me.”',
  () =>
    `${girl} said, “Daddy got cross and Mummy’s arm was hurt,” and asked whether she could stay with Nanny.`,
  () =>
    `I am told that ${say.them()} ${pick(['were', 'have been'])} ${pick(['collected from', 'dropped at', 'seen by staff at'])} ${pick(schools)} by ${say.her()} on ${number(2, 5)} of the last ${number(6, 12)} school days${say.tail()}.`,
  () =>
    `${boy}’s attendance was ${number(61, 99)}.${number(0, 9)}% in the ${pick(['autumn', 'spring', 'summer'])} term, compared with ${number(61, 99)}% in the previous year${say.tail()}.`,
  () =>
    `Ms. ${pick(surnames)}, ${pick(workers)}, describes ${say.them()} as ${pick(['bright, sociable and polite', 'withdrawn and watchful', 'anxious at handover', 'settled in class', 'tearful after contact', 'protective of one another'])}${say.tail()}.`,
  () =>
    `In interview, ${father} accepted that “things got out of hand” but denied that ${say.her()} had been ${say.suffered()}${say.tail()}.`,
  () =>
    `${say.He()} lost his temper and ${say.did()} her${random() < 0.5 ? ' in drink' : ''}${say.tail()}.`,
  () =>
    `There was mutual violence, according to the ${pick(['initial referral', 'strategy meeting', 'DASH form', 'child and family assessment'])}, ${say.clause()}.`,
  () =>
    `${mother} continues to ${pick(['get the children ready for school', 'attend every appointment', 'keep the home warm, clean and tidy', `take ${boy} to speech and language therapy`, 'sleep in the children’s room', 'text her sister each night'])}${say.tail()}.`,
]

const assessments = ({random, pick, number, date, mother, girl, boy, ...say}) => [
  () =>
    `I have considered the welfare checklist in s.1(3) of the Children Act 1989, the practice direction (PD12J, para ${number(2, 40)}) and the letter dated ${number(1, 28)}/${number(1, 12)}/20${number(18, 24)}.`,
  () =>
    `Bruising was observed to the left side of ${boy}’s face, and a mark measuring ${number(1, 6)} cm x ${number(1, 4)} cm was photographed by ${pick(workers)}${say.tail()}.`,
  () =>
    `The allegations have not been tested${random() < 0.5 ? `, and a fact-finding hearing has been listed for ${date()}` : ''}.`,
  () =>
    `Contact was ${pick(['suspended', 'supervised', 'stopped', 'reduced', 'reinstated', 'moved to a contact centre'])} after ${say.them()} ${pick(['became distressed', 'refused to attend', 'were upset by something he’d said'])}${say.tail()}.`,
  () =>
    `${mother} suffers from anxiety and low mood, and she has been prescribed sertraline ${number(1, 3) * 50}mg by her GP, Dr. ${pick(surnames)}.`,
  () =>
    `${say.He()} would ring ${say.her()} ${number(10, 70)} times a day, check her phone, and question ${girl} about who’d been in the house${say.tail()}.`,
  () =>
    `It is my view that both parents need to prioritise the needs of ${say.them()} and to put their differences behind them${say.tail()}.`,
]

const observations = ({pick, number, date, father, girl, boy, grandmother, ...say}) => [
  () =>
    `${weekdays[number(0, 6)]} contact has gone well: ${father} brought a packed lunch, played a board-game with ${boy}, and changed the baby’s nappy without being asked.`,
  () =>
    `Does ${father} accept responsibility for the harm he’s caused? ${pick(['He does not.', 'Not yet, in my view.', 'He says that he does; his actions suggest otherwise.'])}`,
  () =>
    `${grandmother} (the paternal grandmother) stated that her son “isn’t a violent man” and that the parents were “as bad as each other”.`,
  () =>
    `The home was damaged ${pick(['twice', 'on three occasions', 'in the course of the incident'])}; a door was broken, two windows were smashed and ${girl}’s tablet was thrown across the room${say.tail()}.`,
  () =>
    `Children’s Services closed the case on ${date()}, recording that the risk had been reduced because the parties were no longer living together.`,
  () =>
    `I spoke to ${say.them()} at school on ${date()} for about ${number(20, 60)} minutes, using the “three houses” tool, and they appeared relaxed.`,
]

const countWords = (text) => (text.match(/\S+/g) ?? []).length
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1)

/** A report of about `words` words, as plain text and as Markdown. */
function reportOf(seed, words) {
  const family = familyOf(seed)
  const {girl, boy, pick, number, random} = family
  const sentences = sentencesOf(family)
  const report = openingOf(family, `${girl} and ${boy}`)
  let total = countWords(report.text.join(' '))
  let paragraphs = 0
  for (let section = 1; total < words; section++) {
    const heading = headings[(section - 1) % headings.length]
    report.text.push(`${section}. ${heading}`)
    report.markdown.push(`## ${heading}`)
    const count = number(5, 9)
    for (let index = 0; index < count && total < words; index++) {
      const written = Array.from({length: number(2, 6)}, () => capitalised(pick(sentences)()))
      const body = written.join(' ')
      total += countWords(body) + 1
      report.text.push(`${++paragraphs}. ${body}`)
      report.markdown.push(markdownParagraph(random, written, body))
    }
    if (random() < 0.2) report.markdown.push(markdownTable(family))
  }
  return {text: `${report.text.join('\n\n')}\n`, markdown: `${report.markdown.join('\n\n')}\n`}
}

function openingOf({pick, number}, children) {
  const title = `Report under section 7 of the Children Act 1989: ${children}`
  const caseNumber = `Case number ${pick(['ZC', 'LS', 'NE', 'BM'])}${number(18, 24)}P0${number(1000, 9999)}`
  return {
    text: [title, `${caseNumber}, Family Court at ${pick(courts)}`],
    markdown: [
      `# ${title}`,
      `**Case number:** ${number(1000, 9999)}  \n**Family Court at** ${pick(courts)}`,
    ],
  }
}

function markdownParagraph(random, sentences, body) {
  if (random() < 0.12) {
    return sentences
      .map(
        (sentence) => `- ${sentence.replace(/\b(assaulted|strangled|contact|risk)\b/, '**$1**')}`,
      )
      .join('\n')
  }
  if (random() < 0.06) return `> ${body}`
  return body
    .replace(/\b(volatile|mutual|repeatedly|denied)\b/, '*$1*')
    .replace(/(PD12J)/, '[$1](https://example.org/pd12j)')
}

const markdownTable = ({date, number, pick, boy}) =>
  `| Date | Record | Author |\n| --- | --- | --- |\n| ${date()} | Police attended the address | PC ${number(100, 999)} |\n| ${date()} | ${boy} was seen at school | ${pick(workers)} |`

function writeAll(folder, files) {
  mkdirSync(join(folder, 'reports'), {recursive: true})
  for (const [name, words, seed] of sizes) {
    const {text, markdown} = reportOf(seed, words)
    writeFileSync(join(folder, `${name}.txt`), text)
    if (words <= 6_000 || words === 100_000) writeFileSync(join(folder, `${name}.md`), markdown)
  }
  for (let index = 0; index < files; index++) {
    const name = `${String(index).padStart(4, '0')}.txt`
    writeFileSync(join(folder, 'reports', name), reportOf(firstFileSeed + index, 6_000).text)
  }
}

const {values, positionals} = parseArgs({
  options: {files: {type: 'string', default: '100'}},
  allowPositionals: true,
})
writeAll(positionals[0] ?? '.', Number(values.files))
