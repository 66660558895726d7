import { stream, whole } from '@awayday/event-sourcing'
import type { Actor } from '@awayday/kernel'
import { type Bill, metered, type Units } from '@awayday/meter'
import { closeYear } from '#application/close-year.ts'
import { consumers } from '#application/consumers.ts'
import { approveLeave, declineLeave } from '#application/decide-leave.ts'
import { requestLeave } from '#application/request-leave.ts'
import { day, metaOf, type Office, settled } from './office.ts'

/** What a use case costs on DynamoDB: the call, what then follows the stream (progress, rows, messages), and how large its record is. */
export type Cost = { readonly call: Units; readonly relay: Units; readonly bytes: number }

/** Makes ids of persons 26 characters long. */
export const LONG_NAME = '0123456789-0123456789a'

/** Ana asks for a week, with a reason, which Ben approves, and for two weeks, which he declines; Clara closes the year. */
export const billOf = async (office: Office): Promise<Readonly<Record<string, Cost>>> => {
  const { ana, ben, clara, world, clock } = office
  const ask = (key: string, first: string, last: string) =>
    requestLeave(world)({
      actor: ana,
      meta: metaFor(office, ana, key),
      input: {
        leaveType: 'vacation',
        dates: { kind: 'range', first: day(first), firstPart: 'whole', last: day(last), lastPart: 'whole' },
        cover: null,
        exception: false,
        certificate: false,
        reason: 'A wedding',
      },
    })
  const about = ({ request }: { readonly request: string }) => ({ person: ana.person, request, answer: null })

  done(await ask('first', '2026-05-18', '2026-05-18')) // reads the documents, which are remembered from then on
  await settled(office)
  const wedding = await costOf(office, () => ask('wedding', '2026-06-01', '2026-06-05'))
  const approved = await costOf(office, () =>
    approveLeave(world)({
      actor: ben,
      meta: metaFor(office, ben, 'yes'),
      input: { ...about(wedding.value), inSpiteOf: [] },
    }),
  )
  const fair = await costOf(office, () => ask('fair', '2026-09-14', '2026-09-25'))
  const declined = await costOf(office, () =>
    declineLeave(world)({ actor: ben, meta: metaFor(office, ben, 'no'), input: about(fair.value) }),
  )
  clock.set('2027-01-04T08:00:00.000Z')
  const year = { person: ana.person, leaveType: 'vacation', last: day('2026-12-31') }
  const closed = await costOf(office, () =>
    closeYear(world)({ actor: clara, meta: metaFor(office, clara, 'year'), input: year }),
  )
  return {
    'a week': wedding.cost,
    approval: approved.cost,
    'two weeks': fair.cost,
    refusal: declined.cost,
    closing: closed.cost,
  }
}

const costOf = async <T>(
  office: Office,
  run: () => Promise<Outcome<T>>,
): Promise<{ readonly value: T; readonly cost: Cost }> => {
  const { world, tenant, ana } = office
  const called = await metered(run)
  const name = stream(tenant, 'person', ana.person)
  const record = (await whole(world.store, name)).records.at(-1)
  if (!record) throw new Error('nothing is stored')
  const relay = await metered(() => consumers(world).deliver([{ stream: name, record }]))
  const bytes = Buffer.byteLength(record.body)
  return { value: done(called.value), cost: { call: unitsOf(called.bill), relay: unitsOf(relay.bill), bytes } }
}

/** Without the route, which is looked up again after some seconds, whoever asks. */
const unitsOf = ({ 'tenants.route': _route, ...bill }: Bill): Units =>
  Object.values(bill).reduce((sum, { reads, writes }) => ({ reads: sum.reads + reads, writes: sum.writes + writes }), {
    reads: 0,
    writes: 0,
  })

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: { readonly type: string } }

const done = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value
  throw new Error(`refused: ${outcome.error.type}`)
}

/** Ids and digests as long as they are behind the edge. */
const metaFor = (office: Office, { person }: Actor, key: string) => ({
  ...metaOf(office, key, { actor: person, digest: 'd'.repeat(43) }),
  correlation: 'c'.repeat(36),
  cause: 'r'.repeat(36),
})
