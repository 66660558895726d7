import { describe, expect, test } from 'vitest'
import { canaries } from './canaries.ts'
import { findings } from './cruise.ts'
import { forbidden, required } from './rules.ts'
import { written } from './written.ts'

describe('the boundary rules', () => {
  test('each have a canary', () => {
    expect(Object.keys(canaries).sort()).toEqual([...forbidden, ...required].map(({ name }) => name).sort())
  })

  test.each(Object.entries(canaries))('%s finds its canary and nothing else', async (rule, files) => {
    await using tree = await written({ 'packages/.keep': '', 'services/.keep': '', 'tools/.keep': '', ...files })
    const { modules, findings: found } = await findings(tree.root)
    expect(modules).toBeGreaterThan(0)
    expect([...new Set(found.map((finding) => finding.rule))]).toEqual([rule])
  })
})
