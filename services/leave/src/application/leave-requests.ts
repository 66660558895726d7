import { type LocalDate, ok, type PersonId, type Result, type TenantId } from '@awayday/kernel'
import { rangeOf } from '#domain/person/range-of.ts'
import type { Asked as LeaveAsked } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { type RequestShown, requestShown } from '#wire/request.ts'
import type { Asked, UnknownPerson } from './asked.ts'
import { seen } from './figures/seen.ts'

/** With a day from `first` to `last`, both included; null: whenever it is. */
type Which = { readonly person: PersonId | null; readonly first: LocalDate | null; readonly last: LocalDate | null }

/** Of whoever asks by default, newest first. Read from the stream itself: it shows every version that anybody was told of. */
export const leaveRequests =
  (world: World) =>
  async ({
    actor,
    input: { person: whose, first, last },
  }: Asked<Which>): Promise<Result<readonly RequestShown[], UnknownPerson>> => {
    const told = await seen(world, actor, { person: whose, knownAt: null })
    if (!told.ok) return told
    const { person, state, version } = told.value
    const meant = state.requests.filter(({ dates }) => {
      const range = rangeOf(dates)
      return (first === null || first <= range.last) && (last === null || range.first <= last)
    })
    return ok(await withWords(world, actor.tenant, person, version, meant.toSorted(newestFirst)))
  }

/** Requests with what was said about them, for those who may see all of it. */
export const withWords = async (
  { notes }: Pick<World, 'notes'>,
  tenant: TenantId,
  person: PersonId,
  version: number,
  requests: readonly LeaveAsked[],
): Promise<readonly RequestShown[]> => {
  const ids = requests.flatMap(({ note, answer }) => [note, answer])
  const words = await notes.read(
    tenant,
    ids.filter((id) => id !== null),
  )
  return requests.map((asked) => requestShown(person, version, asked, words))
}

const newestFirst = (a: LeaveAsked, b: LeaveAsked): number => {
  const [x, y] = [a, b].map(({ on, dates, request }) => `${on} ${rangeOf(dates).first} ${request}`)
  return (x ?? '') < (y ?? '') ? 1 : -1
}
