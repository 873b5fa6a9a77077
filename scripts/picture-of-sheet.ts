import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {chromium} from 'playwright-core'
import {program} from '../test/clients/programs.ts'

// Takes docs/images/sheet.png: the printable sheet of a fixture in Chromium. Run it after scripts/install-clients.sh.

const folder = mkdtempSync(join(tmpdir(), 'safe-together-sheet-'))
const page = join(folder, 'sheet.html')
const command = ['bin/safe-together-lint.js', 'fixtures/section-7/report.docx', '--format', 'html']
writeFileSync(page, spawnSync(process.execPath, command).stdout)
const browser = await chromium.launch({
  executablePath: program('chromium'),
  args: ['--no-sandbox', '--disable-gpu'],
})
const tab = await browser.newPage({viewport: {width: 1200, height: 820}})
await tab.goto(`file://${page}`)
await tab
  .locator('h4')
  .nth(1)
  .evaluate((heading) => heading.scrollIntoView())
mkdirSync('docs/images', {recursive: true})
await tab.screenshot({path: 'docs/images/sheet.png'})
await browser.close()
rmSync(folder, {recursive: true})
