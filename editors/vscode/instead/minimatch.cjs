// In place of minimatch, whose licence nobody has accepted here: as much of it as the client asks for, by picomatch.

const picomatch = require('picomatch')

module.exports.Minimatch = class {
  constructor(pattern, {dot, nocase, noext} = {}) {
    this.match = picomatch(pattern, {dot, nocase, noextglob: noext})
  }

  makeRe() {
    return true
  }
}
