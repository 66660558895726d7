import { err, type PersonId } from '@awayday/kernel'
import { describe, expect, test } from 'vitest'
import { day, done, furnished, type House, joinedPerson, metaOf, newHouse } from '#testing/house.ts'
import { sealed } from '#wire/session-cookie.ts'
import { issueToken } from '#wire/token.ts'
import { authorize } from './authorize.ts'
import { grantRole, revokeRole } from './change-role.ts'
import { endEmployment } from './end-employment.ts'
import { issueTokenFor } from './issue-token.ts'
import { signOut, startSession } from './sign-in.ts'

const notSignedIn = err({ type: 'NotSignedIn' })

/** A browser's jar after signing in. */
const signedIn = async ({ world, tenant }: House, person: PersonId) => {
  const { cookie } = done(await startSession(world)(tenant, person))
  const [, value = ''] = /^awayday=([^;]+);/.exec(cookie) ?? []
  return { awayday: value }
}
const tokenOf = async (house: House, person: PersonId) =>
  done(await issueTokenFor(house.world)(await signedIn(house, person))).token

const change = async (house: House, person: PersonId, how: typeof grantRole, role: 'approver' | 'admin') =>
  done(
    await how(house.world)({
      actor: house.founder,
      meta: metaOf(house, `${how === grantRole ? 'grant' : 'revoke'} ${role} ${person}`),
      input: { person, role },
    }),
  )
const end = async (house: House, person: PersonId) => {
  const input = { person, on: day('2026-03-31') }
  done(await endEmployment(house.world)({ actor: house.founder, meta: metaOf(house, 'end'), input }))
}

describe('a session', () => {
  test('is for people of the company', async () => {
    const house = await newHouse()
    const elsewhere = await joinedPerson('Eve', await furnished(house.world, house.clock, 'elsewhere'))
    for (const person of ['nobody' as PersonId, elsewhere])
      expect(await startSession(house.world)(house.tenant, person)).toEqual(err({ type: 'UnknownPerson', person }))
  })

  test('gives a token that says who it is for', async () => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    const issued = done(await issueTokenFor(house.world)(await signedIn(house, ana)))
    expect(issued.expiresAt).toBe('2026-03-02T09:05:00.000Z')
    const actor = { tenant: house.tenant, person: ana, roles: ['employee'] }
    expect(await authorize(house.world)(issued.token)).toEqual(actor)
  })

  test('is over after twelve hours', async () => {
    const house = await newHouse('2026-03-02T09:00:00.000Z')
    const jar = await signedIn(house, await joinedPerson('Ana', house))
    house.clock.set('2026-03-02T20:59:59.999Z')
    const { token } = done(await issueTokenFor(house.world)(jar))
    house.clock.set('2026-03-02T21:00:00.000Z')
    expect(await issueTokenFor(house.world)(jar)).toEqual(notSignedIn)
    expect(await authorize(house.world)(token)).toBeUndefined() // though the token itself would hold for minutes
  })

  test('that was signed out gives no token, and takes the power of those it gave', async () => {
    const house = await newHouse()
    const jar = await signedIn(house, await joinedPerson('Ana', house))
    const { token } = done(await issueTokenFor(house.world)(jar))
    expect(await signOut(house.world)(jar)).toEqual({
      cookie: 'awayday=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    })
    expect(await authorize(house.world)(token)).toBeUndefined()
    expect(await issueTokenFor(house.world)(jar)).toEqual(notSignedIn)
    await signOut(house.world)(jar) // once more is harmless
  })

  test('ends alone: the other browser stays signed in', async () => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    const [here, there] = [await signedIn(house, ana), await signedIn(house, ana)]
    await signOut(house.world)(here)
    expect((await issueTokenFor(house.world)(there)).ok).toBe(true)
  })

  test('needs its very cookie', async () => {
    const house = await newHouse()
    const jar = await signedIn(house, await joinedPerson('Ana', house))
    const forged = sealed('another secret of at least 32 letters', { tenant: house.tenant, session: 'x' })
    const unknown = sealed(house.world.secret, { tenant: house.tenant, session: 'x' })
    const elsewhere = { awayday: jar.awayday.replace(house.tenant, 'elsewhere') }
    for (const cookies of [{}, { awayday: forged }, { awayday: unknown }, elsewhere, { '__Host-awayday': jar.awayday }])
      expect(await issueTokenFor(house.world)(cookies)).toEqual(notSignedIn)
  })

  test('ends with the employment, the day after the last', async () => {
    const house = await newHouse()
    const ana = await joinedPerson('Ana', house)
    await end(house, ana)
    house.clock.set('2026-03-31T22:30:00.000Z') // half past eleven in Lisbon, where summer has come
    const jar = await signedIn(house, ana)
    const { token } = done(await issueTokenFor(house.world)(jar))
    expect(await authorize(house.world)(token)).toMatchObject({ person: ana })
    house.clock.set('2026-03-31T23:00:00.000Z')
    expect(await authorize(house.world)(token)).toBeUndefined()
    expect(await issueTokenFor(house.world)(jar)).toEqual(notSignedIn)
    expect(await startSession(house.world)(house.tenant, ana)).toEqual(err({ type: 'UnknownPerson', person: ana }))
  })
})

describe('a token', () => {
  test('has the roles of this very moment', async () => {
    const house = await newHouse()
    const [ana, ben] = [await joinedPerson('Ana', house), await joinedPerson('Ben', house)]
    await change(house, ben, grantRole, 'admin')
    const token = await tokenOf(house, ana)
    const roles = async () => (await authorize(house.world)(token))?.roles
    expect(await roles()).toEqual(['employee'])
    await change(house, ana, grantRole, 'approver')
    await change(house, ana, grantRole, 'admin')
    expect(await roles()).toEqual(['employee', 'approver', 'admin'])
    await change(house, ana, revokeRole, 'admin')
    expect(await roles()).toEqual(['employee', 'approver'])
    await change(house, ana, revokeRole, 'approver')
    expect(await roles()).toEqual(['employee'])
  })

  test('speaks for nobody but whose session it is', async () => {
    const house = await newHouse()
    const [ana, ben] = [await joinedPerson('Ana', house), await joinedPerson('Ben', house)]
    const [session = ''] = (await signedIn(house, ana)).awayday.split('.').slice(1)
    const asBen = await issueToken(
      house.world.secret,
      { tenant: house.tenant, session, person: ben },
      house.clock.now(),
    )
    expect(await authorize(house.world)(asBen)).toBeUndefined()
  })

  test('holds five minutes', async () => {
    const house = await newHouse('2026-03-02T09:00:00.000Z')
    const token = await tokenOf(house, await joinedPerson('Ana', house))
    house.clock.set('2026-03-02T09:05:00.000Z')
    expect(await authorize(house.world)(token)).toBeUndefined()
  })
})
