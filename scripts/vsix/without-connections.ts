import type {Plugin} from 'esbuild'

const refusing = `
const refuse = () => { throw new Error('This program opens no connections') }
module.exports = {createServer: refuse, createConnection: refuse, connect: refuse}
`

/** The client could speak over sockets and pipes; ours never does, and so it cannot. */
export const withoutConnections: Plugin = {
  name: 'without-connections',
  setup({onResolve, onLoad}) {
    onResolve({filter: /^(?:node:)?net$/}, () => ({path: 'net', namespace: 'refusing'}))
    onLoad({filter: /^net$/, namespace: 'refusing'}, () => ({contents: refusing, loader: 'js'}))
  },
}
