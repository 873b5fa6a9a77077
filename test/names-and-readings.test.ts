import {describe, expect, test} from 'vitest'
import {lint, readText} from '../src/index.ts'

/** What any rule, of whatever weight, says about a text in which nobody is declared. */
const saidAbout = (text: string) =>
  lint(readText(new TextEncoder().encode(text), 'report.txt')).findings.map(
    ({severity, ruleId, actual}) => `${severity} ${ruleId}: ${actual}`,
  )

/** Names of `docs/domain.md`, sections 7.1 and 7.2: nothing inside them is a writer's choice of words. */
const names: Readonly<Record<string, readonly string[]>> = {
  'names with “domestic violence”': [
    'Domestic Violence, Crime and Victims Act 2004',
    'Domestic Violence Protection Notice',
    'Domestic Violence Protection Order',
    'domestic violence protection orders',
    'DVPN',
    'DVPO',
    'Domestic Violence Disclosure Scheme',
    'DVDS',
    'Independent Domestic Violence Adviser',
    'Independent Domestic Violence Advisor',
    'independent domestic violence advocates',
    'Independent Domestic and Sexual Violence Adviser',
    'IDSVA',
    'Specialist Domestic Violence Court',
    'SDVC',
    'Domestic Violence Risk Identification Matrix',
    'domestic violence perpetrator programme',
    'DVPP',
    'Duluth Domestic Violence Intervention Project',
    'domestic violence concession',
    'Destitution Domestic Violence Concession',
    'National Domestic Violence Helpline',
    'Domestic Violence and Matrimonial Proceedings Act 1976',
  ],
  'acts and rules': [
    'Domestic Abuse Act 2021',
    'Violence against Women, Domestic Abuse and Sexual Violence (Wales) Act 2015',
    'VAWDASV',
    'Serious Crime Act 2015',
    'Children Act 1989',
    'Children and Families Act 2014',
    'Family Law Act 1996',
    'Protection from Harassment Act 1997',
    'Social Services and Well-being (Wales) Act 2014',
    'Family Procedure Rules 2010',
    'PD12B',
    'PD12G',
    'PD12J',
    'PD3AA',
    'PD36Z',
    'Practice Direction “Child Arrangements & Contact Orders: Domestic Abuse and Harm”',
  ],
  'orders and notices': [
    'non-molestation order',
    'occupation order',
    'prohibited steps order',
    'specific issue order',
    'child arrangements order',
    'family assistance order',
    'Domestic Abuse Protection Notice',
    'Domestic Abuse Protection Order',
    'DAPO',
    'restraining order',
    'stalking protection order',
    'enforcement order',
    'contact activity direction',
  ],
  'panels and tools': [
    'MARAC',
    'MAPPA',
    'MASH',
    'Domestic Abuse, Stalking and ‘Honour’-Based Violence risk checklist',
    'DASH risk checklist',
    'SafeLives Dash',
    'CIAF',
    'Spending Time Arrangements Safety Indicator',
    'Domestic Abuse Practice Pathway',
    'Scott Schedule',
    'welfare checklist',
    'threshold document',
  ],
  'hearings and forms': [
    'First Hearing Dispute Resolution Appointment',
    'FHDRA',
    'DRA',
    'fact-finding hearing',
    'MIAM',
    'Form C1A',
    'Child Impact Report',
    'section 7 report',
    'addendum report',
    'safeguarding letter',
    'position statement',
  ],
  programmes: [
    'Reducing Parental Conflict programme',
    'Separated Parents Information Programme',
    'Planning Together for Children course',
    'Working Together for Children course',
    'Freedom Programme',
    'Own My Life course',
    'Recovery Toolkit',
    'Caledonian System',
    'Building Better Relationships programme',
    'Domestic Abuse Perpetrator Programme',
    'Choose to Change programme',
  ],
  bodies: [
    'Live Fear Free helpline',
    'Welsh Women’s Aid office',
    'SafeLives',
    'Respect helpline',
    'Men’s Advice Line',
    'Domestic Abuse Commissioner',
    'Victims’ Commissioner',
    'Domestic Abuse Housing Alliance',
    'National Centre for Domestic Violence',
    'NCDV',
    'Families Need Fathers group',
    'Both Parents Matter group',
    'Surviving Economic Abuse charity',
    'Victim Support office',
    'Victims’ Code',
    'victim personal statement',
  ],
  'case names': ['judgment in Re H-N', 'judgment in AS v TH (False Allegations of Abuse)'],
}

/** Sentences in which any of them may stand. */
const frames = [
  'The mother asked about the ___ on 4 May.',
  'A copy of the note about the ___ is in the bundle.',
  'Both parents were told about the ___, and the father has read the leaflet.',
]

describe.each(Object.entries(names))('%s are left alone', (_group, members) => {
  test.each(members)('%s', (name) => {
    expect(frames.flatMap((frame) => saidAbout(frame.replace('___', name)))).toEqual([])
  })
})

/** Ordinary readings of words that rules look for: section 7.3, and the terms of the Family Justice Council. */
const readings: Readonly<Record<string, readonly string[]>> = {
  disclosure: [
    'Police disclosure was received on 3 June.',
    'The father’s disclosure of his bank statements is due on Friday.',
    'The grandmother has an enhanced DBS disclosure.',
    'The order for disclosure to third parties was made in May.',
    'The documents were disclosed to both parties.',
  ],
  custody: [
    'The father was held in police custody overnight.',
    'He was released from custody on licence in March.',
    'The older half-brother is in youth custody.',
    'The custody suite sent a copy of the record.',
    'The father was remanded in custody.',
  ],
  access: [
    'The family has access to a garden.',
    'The mother asked for access to her records.',
    'The court building has disabled access.',
    'The school helped the family to access funds for the uniform.',
  ],
  contact: [
    'The contact centre is open on Saturdays.',
    'The mother can contact me by telephone.',
    'The contact details of the school are in the appendix.',
    'Section 34 deals with contact with a child in care.',
    'A no-contact order was made on 4 May.',
  ],
  residence: [
    'Her place of residence is confidential.',
    'The child’s habitual residence is in Wales.',
    'The father has a residence permit.',
  ],
  minor: [
    'Cai is a minor and is represented through his guardian.',
    'The minor injuries unit is open at weekends.',
    'The delay was a minor one.',
  ],
  incident: [
    'The incident number is 0417.',
    'The school keeps an incident log.',
    'The health board treated the power cut as a critical incident.',
  ],
  allow: [
    'The court allowed the application to be amended.',
    'The rules allow a party to file by email.',
    'The court made an allowance for costs.',
    'The appeal was allowed in part.',
  ],
  fail: [
    'The computer system failed on the day of the hearing.',
    'The brakes failed on the hill.',
    'Seren failed her spelling test and took it again.',
    'The service failed to send the minutes.',
  ],
  choose: [
    'The parents chose a school in Neath.',
    'The choice of name was the grandmother’s.',
    'Cai chose a book about whales.',
    'The father was referred to Choose to Change.',
  ],
  engage: [
    'The parents became engaged in 2014.',
    'The baby was engaged with a rattle for most of my visit.',
    'The line was engaged each time that I rang.',
  ],
  claim: [
    'The mother has made a claim for Universal Credit.',
    'The insurance claim was paid in June.',
    'Her asylum claim was allowed on appeal.',
    'The father issued a claim in the county court.',
  ],
  relationship: [
    'Cai has a warm relationship with his sister.',
    'The health visitor has a good working relationship with the family.',
    'Seren’s relationship with her teacher is important to her.',
  ],
  historical: [
    'The historical medical records have been requested.',
    'The family live in a historic building near the castle.',
    'The historical notes of the surgery were on paper.',
  ],
  alleged: [
    'The alleged offence is said to have been committed on 4 May.',
    'The allegations of harm are set out in Form C1A.',
    'Section 1A of the form asks about alleged behaviour.',
  ],
  conflict: [
    'Counsel withdrew because of a conflict of interest.',
    'The family left Sudan because of the armed conflict.',
    'The hearing was moved because of a calendar conflict.',
  ],
  domestic: [
    'The grandmother helps with domestic tasks.',
    'The point is one of domestic law.',
    'The domestic routine in the household is calm.',
    'Domestic abuse is defined in section 1.',
  ],
  resistance: [
    'The mother has insulin resistance.',
    'The infection showed resistance to antibiotics.',
    'The study calls this “violent resistance”.',
  ],
  trigger: [
    'Fireworks are a trigger for the father’s post-traumatic stress disorder.',
    'A fall in attendance triggers the school’s policy.',
    'The legal trigger for a review is a change of placement.',
  ],
  hostile: [
    'She was treated as a hostile witness.',
    'The solicitor referred to the hostile environment for migrants.',
  ],
  exposed: [
    'The electrician found exposed wiring in the kitchen.',
    'Cai has been exposed to Welsh and English from birth.',
  ],
  dispute: [
    'The dispute resolution appointment is listed for 4 May.',
    'The father is in dispute with his employer about pay.',
  ],
  victim: [
    'Victim Support fitted new locks.',
    'She was told of her rights under the Victims’ Code.',
    'The victim personal statement was read to the Crown Court.',
  ],
  both: [
    'Both children were seen alone.',
    'Both schools have replied.',
    'I spoke to both children in both schools.',
  ],
  'terms of the Family Justice Council': [
    'The guidance discusses alienating behaviours.',
    'The guidance defines “appropriate justified rejection”.',
    'It lists attachment, affinity and alignment as other reasons.',
    'It speaks of protective behaviours and of “reluctance, resistance or refusal”.',
  ],
  'titles of reports': [
    'I have read “Review of research and case law on parental alienation”.',
    'The panel’s report is called “Assessing Risk of Harm to Children and Parents in Private Law Children Cases”.',
  ],
}

describe.each(Object.entries(readings))(
  'ordinary readings of “%s” are left alone',
  (_word, said) => {
    test.each(said)('%s', (sentence) => {
      expect(saidAbout(sentence)).toEqual([])
    })
  },
)
