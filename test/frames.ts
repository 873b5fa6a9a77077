import type {Status} from '../src/core/types.ts'

/** What a sentence of a frame rests on. The list is what people may write under a status, and no rule's own words. */
const grounds = {
  court: /^The court found (?:on ___ |between ___ and ___ )?that\b/,
  conviction: /^A court convicted \{perpetrator\} on ___ of ___(?: against ___)?\.$/,
  caution: /^The police cautioned \{perpetrator\} on ___ for ___\.$/,
  dismissal: /^The court found on ___ that ___ was not proved\.$/,
  acceptance: /^\{perpetrator\} accepts (?:that|having)\b/,
  said: /(?:^|, |[Oo]n ___ )\{(?:survivor|perpetrator|child)\}(?:, (?:who is ___|seen alone),)?(?: later| first)? (?:told|did not tell|said|spoke|calls)\b/,
  recorded:
    /^(?:(?:The|the|Since the separation, the|Earlier|Records|Messages|Police)\b[^,.;{]*\b(?:records?|recorded|shows?|says?|notes?|gives?|hold|appoints|asks|wrote down|closed|were checked|is the first)\b|There are no police records of ___\.$)/,
  observed:
    /^(?:[^,.]*, |At [^,.]*? |On [^,.]*? |Since [^,.]*? )?I (?:saw|heard|met|have seen|have not seen|did not ask|offered|asked|had asked|heard no|do not know|draw no conclusion)\b|^We spoke\b/,
  opinion: /^In my professional opinion .*, because\b/,
} as const
type Ground = keyof typeof grounds

/** Says nothing that happened: what is undecided, what the law says, what is to be done and by whom. */
const saysNothingDone = [
  /^The court has not decided this\.$/,
  /\bis for the (?:court|judge)\.$/,
  /^This report does not rely on it\.$/,
  /^This does not show\b/,
  /^The standard of proof in this court is different\.$/,
  /^If the court finds that \{perpetrator\} ___, the law treats\b/,
  /^Under section 3 of the Domestic Abuse Act 2021 the law treats\b/,
  /^The court is asked to decide ___\.$/,
  /^The study by ___ \(___\) describes ___\.$/,
  /^What part the diagnosis plays is a question for an expert\.$/,
  /^It is offered and not required\.$/,
  /^(?:An assessment of|The conditions on|The plan for|The plan asked|A programme|A referral of|An order that|Handover is to be|Until \{perpetrator\} has ___,|Before (?:___|\{child\} is asked to go), \{perpetrator\} is (?:asked )?to\b|A domestic abuse behaviour-change programme)/,
  /^\{perpetrator\} (?:is|has|needs) (?:not )?(?:asked )?to (?:agree to |show )?___/,
  /^\{survivor\} may have support from ___, if wanted\.$/,
  /^___ will (?:ask|provide)\b/,
  /^For \{child\}(?: to be safe|,| this means)/,
]

/** What the first sentences of a frame have to rest on, under each status. */
const requiredOf: Readonly<Record<Status, readonly Ground[]>> = {
  found: ['court'],
  admitted: ['acceptance'],
  convicted: ['conviction'],
  cautioned: ['caution'],
  recorded: ['recorded'],
  told: ['said'],
  observed: ['observed'],
  opinion: ['opinion'],
  disputed: ['said'],
  'not-proved': ['dismissal'],
}

/** What its other sentences may rest on. */
const allowedOf: Readonly<Record<Status, readonly Ground[]>> = {
  found: ['court', 'recorded', 'said', 'observed'],
  admitted: ['acceptance'],
  convicted: ['conviction'],
  cautioned: ['caution'],
  recorded: ['recorded', 'observed'],
  told: ['said', 'recorded', 'observed'],
  observed: ['observed'],
  opinion: ['opinion', 'recorded'],
  disputed: ['said'],
  'not-proved': [],
}

const isDecision = (status: Status) => ['found', 'admitted', 'convicted'].includes(status)

/** An act or a state of this person, as against a task or a place in somebody else’s clause. */
const actsOfPerpetrator =
  /\{perpetrator\} (?!is (?:not )?(?:to|asked to)\b|needs to\b|has to\b|would\b|may\b|must\b)/
const labels = /\b(?:perpetrators?|abusers?|victims?|survivors?|offenders?|narcissists?)\b/i
const crimes =
  /\b(?:rap(?:e|ed|ing)|strang\w+|suffocat\w+|assault\w*|stalk\w*|harass\w*|groom\w*|gaslight\w*|coerc\w+|abused|abusing|murder\w*|photographs)\b/i
const intents =
  /\b(?:intend\w*|intent\w*|deliberate\w*|on purpose|want(?:ed|s) to|chose|chooses|decided to|meant to|aimed?|designed|calculated|motive\w*)\b|\{perpetrator\}[^.,;]* (?:in order to|so as to|so that)\b|\{perpetrator\}[^.,;]* used\b[^.,;]* to\b/

const unslotted = (text: string) => text.replaceAll(/\{\w+\}/g, '')
const sentencesOf = (frame: string) => frame.trim().split(/(?<=[.?!]) |; /)

const restsOn = (sentence: string, allowed: readonly Ground[]) =>
  allowed.some((ground) => grounds[ground].test(sentence))

function complaintsAbout(sentence: string, status: Status): string[] {
  if (saysNothingDone.some((shape) => shape.test(sentence))) return []
  const allowed = [...requiredOf[status], ...allowedOf[status]]
  if (restsOn(sentence, allowed)) {
    const [, reason = ''] = sentence.split(', because')
    const isFact =
      status === 'opinion' && actsOfPerpetrator.test(reason) && !/records? that/.test(reason)
    return isFact ? [`gives an act as the reason for an opinion: ${sentence}`] : []
  }
  if (!isDecision(status)) return [`rests on nothing that “${status}” supports: ${sentence}`]
  return actsOfPerpetrator.test(sentence) ? [`goes beyond what was decided: ${sentence}`] : []
}

function accountsIn(frame: string): string[] {
  const verbs = [...frame.matchAll(/\{(survivor|perpetrator)\} (said|told me) that/g)]
  const speakers = new Set(verbs.map(([, who]) => who))
  const isEven = speakers.size === 2 && new Set(verbs.map(([, , verb]) => verb)).size === 1
  return [
    ...(isEven ? [] : ['does not give both accounts in the same verb']),
    ...(/The court has not decided this\.|is for the judge\./.test(frame)
      ? []
      : ['does not say that nothing is decided']),
  ]
}

/** What a frame asserts beyond its status, in words; nothing where it asserts no more. */
export function overreachOf(frame: string, status: Status): string[] {
  const sentences = sentencesOf(frame)
  const required = requiredOf[status]
  const isGrounded = sentences.some((sentence) => restsOn(sentence, required))
  const name = unslotted(frame)
  return [
    ...(isGrounded ? [] : [`rests nowhere on what “${status}” means`]),
    ...sentences.flatMap((sentence) => complaintsAbout(sentence, status)),
    ...(status === 'disputed' ? accountsIn(frame) : []),
    ...(labels.test(name) ? ['holds a label'] : []),
    ...(crimes.test(name) ? ['names a crime'] : []),
    ...(intents.test(frame) ? ['says what somebody intended'] : []),
  ]
}
