import {expect, test} from 'vitest'
import {outcomeOf} from './hostile-file.ts'
import {textFiles} from './text-files.ts'
import {xmlFiles} from './xml-files.ts'
import {zipFiles} from './zip-files.ts'

const files = [...zipFiles, ...xmlFiles, ...textFiles]

test.each(files.map((one) => [one.file, one.named, one] as const))('%s: %s', async (_, __, one) => {
  expect(await outcomeOf(one)).toBe(one.gives)
})
