import {indexByAnchor} from './anchor-index.ts'
import {compileRule} from './compile-rule.ts'
import {type Pack, refuseDuplicates} from './pack.ts'
import type {Compilation, Lexicon} from './patterns/compilation.ts'
import {continueCompilation, toTable} from './patterns/compile.ts'
import {joinNames} from './patterns/official-names.ts'
import {type CompiledPack, compileHouse, type RulebookData} from './rulebook.ts'

/**
 * A rulebook with packs added: only their rules are compiled, into the table of the others.
 * @param lexicon the lists that the patterns of packs may name
 * @throws {RuleFileError} for a pattern that cannot be read, or two packs with a rule of one name
 */
export function extendRulebook(
  base: RulebookData,
  lexicon: Lexicon,
  packs: readonly Pack[],
): RulebookData {
  refuseDuplicates(packs)
  const compilation = continueCompilation(base.table, lexicon)
  const own = packs.flatMap(({rules, name}) =>
    rules.map((rule) => compileRule(compilation, rule, name)),
  )
  const compiled = packs.map((pack) => compilePack(compilation, pack))
  const replaced = new Set(packs.flatMap(({replaces}) => replaces))
  return {
    ...base,
    ...indexByAnchor(compilation, own, [], base),
    table: toTable(compilation, base.table),
    rules: [...base.rules.filter(({rule}) => !replaced.has(rule.id)), ...own],
    names: joinNames([base.names, ...compiled.map(({names}) => names)]),
    sources: Object.assign({}, base.sources, ...packs.map(({sources}) => sources)),
    packs: [...base.packs, ...compiled],
  }
}

const compilePack = (compilation: Compilation, pack: Pack): CompiledPack => ({
  ...compileHouse(compilation, pack, `${pack.name}/pack.yml`),
  rules: pack.rules.map(({id}) => id),
})
