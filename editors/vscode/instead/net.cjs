// In place of Node's own: the client could speak over sockets and pipes. Ours never does, and so it cannot.

const refuse = () => {
  throw new Error('This program opens no connections')
}

module.exports = {createServer: refuse, createConnection: refuse, connect: refuse}
