import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import axe from 'axe-core'
import {type Browser, chromium, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {lint, readDocx} from '../../src/index.ts'
import {createHtml} from '../../src/reporters/html.ts'
import {noColors, renderAll} from '../../src/reporters/reporter.ts'
import {program, runProgram} from './programs.ts'
import {readContext} from './read-context.ts'

const file = join(tmpdir(), `safe-together-sheet-${process.pid}.html`)
const options = {colors: noColors, width: 80, quiet: false, showInfo: false}

let browser: Browser
beforeAll(async () => {
  const document = readDocx(readFileSync('fixtures/section-7/report.docx'), 'report.docx')
  const context = readContext('fixtures/section-7/report.context.yml')
  const checked = {result: lint(document, {context}), partiesDeclared: true}
  writeFileSync(file, renderAll(createHtml(options), [checked]))
  browser = await chromium.launch({
    executablePath: program('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  })
})
afterAll(async () => {
  await browser?.close()
  rmSync(file, {force: true})
})

const schemes = ['light', 'dark'] as const

interface Opened {
  readonly page: Page
  readonly messages: readonly string[]
  readonly requests: readonly string[]
}

async function open(
  width: number,
  colorScheme: (typeof schemes)[number] = 'light',
): Promise<Opened> {
  // The page allows no script of its own, and none is needed; the one that looks for faults is ours.
  const context = await browser.newContext({
    viewport: {width, height: 900},
    colorScheme,
    bypassCSP: true,
  })
  const page = await context.newPage()
  const messages: string[] = []
  const requests: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  page.on('pageerror', (error) => messages.push(error.message))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`file://${file}`)
  return {page, messages, requests}
}

describe.each(schemes)('in the %s scheme', (scheme) => {
  test.each([1200, 320])('no rule of WCAG 2.2 AA is broken at %s pixels', async (width) => {
    const {page} = await open(width, scheme)
    const violations = await page.evaluate(`
      ${axe.source}
      axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
        .then(({violations}) => violations.map(({id, nodes}) => id + ': ' + nodes[0].html))
    `)
    expect(violations).toEqual([])
  })
})

test('it fits 320 pixels, also with the spacing of text that WCAG asks for', async () => {
  const {page} = await open(320)
  const widthOf = () => page.evaluate('document.documentElement.scrollWidth')
  expect(await widthOf()).toBe(320)
  await page.addStyleTag({
    content:
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }',
  })
  expect(await widthOf()).toBe(320)
})

test('it asks for nothing and says nothing to the console', async () => {
  const {messages, requests} = await open(1200)
  expect(messages).toEqual([])
  expect(requests).toEqual([`file://${file}`])
})

test('the keyboard leads past the beginning, and from a mark to its note and back', async () => {
  const {page} = await open(1200)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Go to the reports')
  await page.keyboard.press('Enter')
  await page.waitForURL(`file://${file}#main`)
  const note = await page.locator('.note').first().getAttribute('id')
  await page.locator('mark a').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`file://${file}#${note}`)
  const mark = await page.locator('mark').first().getAttribute('id')
  await page.locator('.note a').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`file://${file}#${mark}`)
})

test('print has the text and every note, and no navigation', async () => {
  const {page} = await open(1200)
  const notes = await page.locator('.note').count()
  const pdf = join(tmpdir(), `safe-together-sheet-${process.pid}.pdf`)
  await page.pdf({path: pdf, format: 'A4'})
  const text = runProgram('pdftotext', ['-layout', pdf, '-'])
  rmSync(pdf)
  expect(text.match(/Why it matters:/g)?.length).toBe(notes)
  expect(text).toContain('relationship was volatile')
  expect(text).not.toContain('Go to the reports')
})
