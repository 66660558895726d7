import type { LocalDate, TenantId } from '@awayday/kernel'
import { becauseIn, daysTold, noticeOf } from '#domain/company/notice.ts'
import { periods } from '#domain/person/employment.ts'
import type { Event } from '#domain/person/events.ts'
import type { State } from '#domain/person/state.ts'
import type { LeaveEvent } from '#domain/published-facts.ts'
import type { World } from '#ports/world.ts'
import { atHand } from './at-hand.ts'
import { documentsOf } from './documents.ts'
import type { Message } from './message.ts'

/**
 * What a record tells others about balances: what others have set up, not what becomes of leave: that is told as such. Nor what is set up for
 * whoever begins today or later, nor files: nothing was otherwise before.
 */
export const figureMessages = async (
  world: Pick<World, 'documents'>,
  tenant: TenantId,
  before: State,
  events: readonly Event[],
  after: State,
  today: LocalDate,
): Promise<readonly Message[]> => {
  const isOthers = becauseIn(events).some(({ kind }) => kind !== 'leave' && kind !== 'sickness')
  const hasBegun = periods(before.employment).some(({ from }) => from < today)
  if (!isOthers || !hasBegun || events.some(({ type }) => type === 'Imported')) return []
  const shelf = await documentsOf(world, tenant, after)
  const notice = await atHand(shelf, () => noticeOf(before, events, shelf.documents, daysTold(today)))
  if (!notice || notice.balances.length + notice.corrected.length === 0) return []
  const { because, balances, corrected } = notice
  const fact: LeaveEvent = { type: 'LeaveFiguresChanged', person: after.owner, because, balances, corrected }
  return [{ nth: 'figures', fact }]
}
