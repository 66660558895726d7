import { ok, type PersonId, type Result, type TenantId } from '@awayday/kernel'
import { rangeOf } from '#domain/person/range-of.ts'
import type { Asked as LeaveAsked } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { type RequestShown, requestShown } from '#wire/request.ts'
import type { Asked, UnknownPerson } from './asked.ts'
import { seen } from './figures/seen.ts'

/** Of whoever asks by default. Read from the stream itself: it shows every version that anybody was told of. */
export const leaveRequests =
  (world: World) =>
  async ({
    actor,
    input,
  }: Asked<{ readonly person: PersonId | null }>): Promise<Result<readonly RequestShown[], UnknownPerson>> => {
    const told = await seen(world, actor, { person: input.person, knownAt: null })
    if (!told.ok) return told
    const { person, state, version } = told.value
    return ok(await withWords(world, actor.tenant, person, version, state.requests.toSorted(newestFirst)))
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
