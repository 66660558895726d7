import type { Actor } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { leaveRequest } from './leave-request.ts'
import { readOnce } from './read-once.ts'

/** The requests whose work whoever asks is to take over, and about which they have not said anything yet; oldest first. */
export const coverRequests =
  (world: World) =>
  async ({ actor }: { readonly actor: Actor }) => {
    const rows = await world.views.waitingFor(actor.tenant, actor.person)
    const asked = rows.filter(({ cover }) => cover)
    const once = { ...world, store: readOnce(world.store) }
    const oldestFirst = asked.toSorted((a, b) => (`${a.askedOn} ${a.request}` < `${b.askedOn} ${b.request}` ? -1 : 1))
    const found = await Promise.all(
      oldestFirst.map(({ person, request }) => leaveRequest(once)({ actor, input: { person, request } })),
    )
    return found.flatMap((one) => (one.ok && one.value.coverAsked === actor.person ? [one.value] : []))
  }
