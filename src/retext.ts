import type {Paragraph, Root} from 'nlcst'
import type {VFile} from 'vfile'
import {location} from 'vfile-location'
import {en} from './core/catalogue/en.ts'
import {checkProfile, emptyContext} from './core/context.ts'
import {withFingerprints} from './core/fingerprint.ts'
import type {Entry} from './core/pipeline/analysis.ts'
import {moved} from './core/ranges.ts'
import type {Block, Finding, ReportContext, Severity, SourceDocument} from './core/types.ts'
import {firstEntry} from './lint/check-blocks.ts'
import {type LintOptions, processorFor} from './lint.ts'
import {newAnalysis, type SafeTogetherProcessor} from './processor.ts'

// vfile has no severity names: `fatal` is true for errors, false for warnings, undefined for the rest.
const fatal: Readonly<Record<Severity, boolean | undefined>> = {
  error: true,
  warning: false,
  info: undefined,
  question: undefined,
}

/**
 * The engine as a retext plugin: the tree of your own parser in, messages out. `expected` holds literal
 * replacements only; `note` has why, question and frames. Under `remark-retext` tables are absent and positions
 * drift (upstream): `readMarkdown` with `lint` is the exact way.
 */
export function retextSafeTogether({context = emptyContext, packs}: LintOptions = {}) {
  checkProfile(context.profile, `${en.declaring.defaultPlace}: profile`)
  const processor = processorFor(packs)
  return (tree: Root, file: VFile): undefined => {
    const toPoint = location(file).toPoint
    for (const finding of findingsIn(processor, tree, String(file), context)) {
      const [start, end] = [toPoint(finding.range.start), toPoint(finding.range.end)]
      if (!start || !end) continue
      const message = file.message(finding.message, {
        place: {start, end},
        ruleId: finding.ruleId,
        source: 'safe-together',
      })
      message.fatal = fatal[finding.severity]
      message.actual = finding.actual
      message.expected = [...finding.replacements]
      message.note = noteOf(finding)
    }
  }
}

/** Why, question and frames: for a person to read, never a replacement. */
const noteOf = ({why, ask, frames}: Finding) =>
  [why, ask, ...frames.map(({status, text}) => `${en.reporting.statuses[status]} ${text}`)].join(
    '\n',
  )

function findingsIn(
  processor: SafeTogetherProcessor,
  tree: Root,
  text: string,
  context: ReportContext,
): readonly Finding[] {
  let entry: Entry = firstEntry({...emptyDocument, text}, context)
  const drafts = tree.children.flatMap((node) => {
    if (node.type !== 'ParagraphNode') return []
    const {exit, findings, block} = checkParagraph(processor, node, text, entry, context)
    entry = exit
    return findings.map((finding) => ({...finding, range: moved(finding.range, block.range.start)}))
  })
  return withFingerprints(drafts)
}

const emptyDocument: SourceDocument = {
  name: '',
  format: 'text',
  text: '',
  blocks: [],
  segments: [],
  unread: [],
}

/** One paragraph of the host's tree, whose offsets count in the whole file. */
function checkParagraph(
  processor: SafeTogetherProcessor,
  paragraph: Paragraph,
  text: string,
  entry: Entry,
  context: ReportContext,
) {
  const range = {
    start: paragraph.position?.start.offset ?? 0,
    end: paragraph.position?.end.offset ?? text.length,
  }
  const block: Block = {
    kind: 'paragraph',
    range,
    text: text.slice(range.start, range.end),
    section: [],
    label: '',
    language: 'en',
  }
  const analysis = newAnalysis(block, entry, context, range.start)
  const file = {data: {safeTogether: analysis}}
  // A copy: the repair of sentences gives a paragraph other children, and this tree is the host's.
  processor.runSync({type: 'RootNode', children: [{...paragraph}]}, file)
  return analysis
}
