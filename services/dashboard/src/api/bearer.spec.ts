import { describe, expect, test } from 'vitest'
import { bearer, personIn } from './bearer.ts'
import { NotSignedIn, SomebodyElse } from './trouble.ts'

const tokenOf = (person: string, n: number): string => `head.${base64url(JSON.stringify({ sub: person, n }))}.signature`
const base64url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** A cookie that somebody holds, and a clock that stands until it is moved. */
const browser = (holder = 'ana') => {
  const world = { holder: holder as string | undefined, now: 0, issued: 0 }
  const held = bearer({
    issue: async () => {
      if (world.holder === undefined) throw new NotSignedIn()
      world.issued += 1
      return tokenOf(world.holder, world.issued)
    },
    elapsedMs: () => world.now,
  })
  return { world, held }
}
const MINUTE = 60_000

describe('the bearer token', () => {
  test('is asked for once, however many need it', async () => {
    const { world, held } = browser()
    const tokens = await Promise.all([held.token(), held.token(), held.token()])
    expect(new Set([...tokens, await held.token()])).toEqual(new Set([tokenOf('ana', 1)]))
    expect(world.issued).toBe(1)
  })

  test('is renewed a minute before it ends', async () => {
    const { world, held } = browser()
    await held.token()
    world.now = 4 * MINUTE - 1
    expect(await held.token()).toBe(tokenOf('ana', 1))
    world.now = 4 * MINUTE
    expect(await held.token()).toBe(tokenOf('ana', 2))
  })

  test('is renewed when it was refused, once for all who met the refusal', async () => {
    const { world, held } = browser()
    const old = await held.token()
    held.refused(old)
    const renewed = await held.token()
    held.refused(old) // somebody slower, who asked with the old one too
    expect(await held.token()).toBe(renewed)
    expect(world.issued).toBe(2)
  })

  test('is never one of somebody else, who signed in in another tab', async () => {
    const { world, held } = browser()
    held.refused(await held.token())
    world.holder = 'ben'
    await expect(held.token()).rejects.toThrow(SomebodyElse)
    await expect(held.token()).rejects.toThrow(SomebodyElse)
  })

  test('may be of somebody else after signing in here', async () => {
    const { world, held } = browser()
    await held.token()
    world.holder = 'ben'
    held.forget()
    expect(personIn(await held.token())).toBe('ben')
  })

  test('is asked for again after a failure', async () => {
    const { world, held } = browser()
    world.holder = undefined
    await expect(held.token()).rejects.toThrow(NotSignedIn)
    world.holder = 'ana'
    expect(await held.token()).toBe(tokenOf('ana', 1))
  })
})

test.each(['', 'no token', 'a.b.c', `x.${base64url('7')}.y`])('nobody is named by what is no token: %s', (text) =>
  expect(personIn(text)).toBeUndefined(),
)
