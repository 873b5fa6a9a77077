import {expect, test} from 'vitest'
import {signComment} from '../../../src/core/own-comment.ts'
import {readDocx} from '../../../src/readers/docx.ts'
import {element, makeDocx, paragraph, run} from './make-docx.ts'

const comment = (...lines: readonly string[]) =>
  element('w:comment', lines.map((line) => paragraph(line)).join(''), 'w:id="1"')

const facts = (comments: string) => {
  const {unread, ownComments} = readDocx(
    makeDocx({body: paragraph('It stopped.'), comments}),
    'report.docx',
  )
  return {unread, ownComments}
}

const words = 'Who did it?'
const signature = signComment('vague-harm', words)

test('comments of ours are told from those of others, also where somebody wrote into them', () => {
  const comments =
    comment(words, signature) +
    comment(words, 'I have asked her.', signature) +
    comment('Please check the date.') +
    comment('Agreed.')
  expect(facts(comments)).toEqual({
    unread: [{kind: 'comments', count: 2}],
    ownComments: 2,
  })
})

test('a comment of ours is known over runs, tabs and line breaks', () => {
  const [rule = '', mark = ''] = signature.split(' · ')
  const broken =
    `<w:r><w:annotationRef/></w:r>${run('Who')}<w:r><w:tab/></w:r>${run('did it?')}` +
    `<w:r><w:br/></w:r>${run(rule)}<w:r><w:t> · </w:t></w:r>${run(mark)}`
  expect(facts(comment(broken))).toEqual({unread: [], ownComments: 1})
})

test('a file without any says nothing of them', () => {
  expect(facts('')).toEqual({unread: [], ownComments: undefined})
})
