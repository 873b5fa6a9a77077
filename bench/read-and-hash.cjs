// The least that a warm cache can do: reads every file of the folder and hashes it.
const {createHash} = require('node:crypto')
const {readdirSync, readFileSync} = require('node:fs')
const {join} = require('node:path')

const [, , folder] = process.argv
for (const name of readdirSync(folder)) {
  const hash = createHash('sha256').update(readFileSync(join(folder, name)))
  console.log(`${name} ${hash.digest('hex')}`)
}
