import {copyFileSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Plugin} from 'esbuild'

const emptyMachine = '[100,0,{},{},{},{}]'
const modelFile = 'tagger-model.json'

/**
 * The tagger's package loads models for names and moods that nobody asks for, and copies its own through JSON.
 * In the bundle the others are empty, and its own stays in a file beside it until a sentence first needs it.
 * @param folder where the bundle will stand
 */
export const lightTagger = (folder: string): Plugin => ({
  name: 'light-tagger',
  setup({onLoad}) {
    onLoad({filter: /wink-eng-lite-web-model.*eng-(?:ner|sa)-model\.json$/}, () => ({
      contents: JSON.stringify([emptyMachine]),
      loader: 'json',
    }))
    onLoad({filter: /wink-eng-lite-web-model.*read-core-model\.js$/}, ({path}) => {
      copyFileSync(
        join(dirname(path), 'languages/cur/models/eng-core-web-model.json'),
        join(folder, modelFile),
      )
      return {contents: lighter(readFileSync(path, 'utf8')), loader: 'js'}
    })
  },
})

const replacements: readonly (readonly [from: RegExp, to: string])[] = [
  [/originalModel=require\("[^"]*"\),/, ''],
  [
    /JSON\.parse\(JSON\.stringify\(originalModel\)\)/,
    `JSON.parse(require("node:fs").readFileSync(require("node:path").join(__dirname,"${modelFile}"),"utf8"))`,
  ],
  [
    /function\(data\)\{let decodedData;.*?return bytes\.buffer\}/s,
    'function(data){return new Uint8Array(Buffer.from(data,"base64")).buffer}',
  ],
]

function lighter(source: string): string {
  return replacements.reduce((text, [from, to]) => {
    if (!from.test(text))
      throw new Error(
        'Expected another way of loading in the tagger’s model; look at its new version',
      )
    return text.replace(from, () => to)
  }, source)
}
