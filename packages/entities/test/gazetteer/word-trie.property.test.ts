import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordTrie } from '../../src/gazetteer/word-trie.js'

const words = fc.constantFrom('عبد', 'الله', 'وزارة', 'الصحة', 'بن', 'ال')
const names = fc.array(fc.array(words, { minLength: 1, maxLength: 5 }), { maxLength: 60 })

test('a sequence leads to its own node, and no other sequence leads there', () =>
  fc.assert(
    fc.property(names, names, (added, asked) => {
      const trie = new WordTrie()
      const nodes = new Map(added.map((name) => [name.join(' '), trie.add(name)]))
      const beginnings = new Set(added.flatMap((name) => name.map((_, i) => name.slice(0, i + 1).join(' '))))
      expect(new Set(nodes.values()).size).toBe(nodes.size)
      for (const name of [...added, ...asked]) {
        let node = 0
        for (const word of name) if (node >= 0) node = trie.child(node, trie.idOf(word))
        expect(node >= 0).toBe(beginnings.has(name.join(' ')))
        if (nodes.has(name.join(' '))) expect(node).toBe(nodes.get(name.join(' ')))
      }
    }),
  ))

test('many names keep their nodes while the tables grow', () => {
  const trie = new WordTrie()
  const listed = Array.from({ length: 5000 }, (_, i) => [`${i % 71}`, `${i}`])
  const nodes = listed.map((name) => trie.add(name))
  expect(listed.map((name) => trie.add(name))).toEqual(nodes)
})
