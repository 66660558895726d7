import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pair } from './difference.ts'
import { repair } from './repair.ts'
import { type Act, atWork, disturbed } from './testing/at-work.ts'
import { erase, overwrite, withWrongByte } from './testing/damage.ts'
import { everything } from './testing/everything.ts'
import { inMemory } from './testing/in-memory.ts'
import { verify } from './verify.ts'

const acts = fc.array(
  fc.record<Act>({ what: fc.constantFrom('append', 'append', 'copy', 'seal', 'save', 'mark'), n: fc.nat(3) }),
  { minLength: 5, maxLength: 60 },
)
const calmPair = async (): Promise<Pair> => ({
  source: await inMemory('mongodb', {}),
  target: await inMemory('dynamodb', {}),
  tenant: 'acme',
})
const differencesOf = async (pair: Pair, again = 0) =>
  (await verify(pair, { again, pauseMs: 0 })).compared.flatMap(({ differences }) => differences)

describe('while a tenant moves and people work', () => {
  test('nothing that is in order is ever called a difference', async () => {
    const law = fc.asyncProperty(acts, acts, async (before, meanwhile) => {
      const pair = await calmPair()
      const work = atWork(pair)
      for (const act of before) await work.act(act)
      const queue = [...meanwhile]
      let turn = Promise.resolve()
      const happen = (): Promise<void> => {
        turn = turn.then(async () => {
          const act = queue.shift()
          await (act ? work.act(act) : work.calm())
        })
        return turn
      }
      const busy = { ...pair, source: disturbed(pair.source, happen), target: disturbed(pair.target, happen) }
      expect(await differencesOf(busy, 100)).toEqual([])
    })
    await fc.assert(law, { numRuns: 15 })
  }, 120_000)

  test('what is wrong is found all the same, and mended without harm to anything else', async () => {
    const law = fc.asyncProperty(
      acts,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('changed', 'lost'),
      async (before, which, at, how) => {
        const pair = await calmPair()
        const work = atWork(pair)
        for (const act of [{ what: 'append', n: 0 } as const, ...before]) await work.act(act)
        await work.calm()
        const events = await everything(pair.target, 'acme', 'events')
        const copied = await everything(pair.source, 'acme', 'events') // what has a twin
        const victim = copied[which % copied.length] ?? expect.fail('nothing was written')
        const body = victim.fields['body'] ?? ''
        if (how === 'lost') await erase(pair.target, 'acme', 'events', victim.key)
        else {
          const fields = { body: withWrongByte(body, at % body.length) }
          await overwrite(pair.target, 'acme', 'events', { ...victim, fields })
        }
        const found = await differencesOf(pair)
        expect(found).toMatchObject([
          { key: victim.key, is: how === 'lost' ? 'missing' : 'different', broken: 'target' },
        ])
        await repair(pair, found)
        expect(await everything(pair.target, 'acme', 'events')).toEqual(events)
      },
    )
    await fc.assert(law, { numRuns: 25 })
  }, 120_000)
})
