import type { TenantId } from '@awayday/kernel'
import type { Command } from '#domain/person/commands.ts'
import type { Documents, UnknownDocument } from '#domain/person/documents.ts'
import type { DocumentHash } from '#domain/person/ids.ts'
import type { State } from '#domain/person/state.ts'
import type { Policy } from '#domain/policy/policy.ts'
import type { Calendar } from '#domain/time/calendar.ts'
import type { Schedule } from '#domain/time/schedule.ts'
import type { World } from '#ports/world.ts'
import { calendars, policies, schedules } from './remembered.ts'

/** The documents of one decision. It grows when facts turn out to name others. */
export type Shelf = {
  readonly documents: Documents
  /** Brings others. */
  fetch(...others: readonly Named[]): Promise<void>
}
type Named = Pick<UnknownDocument, 'kind' | 'hash'>

/** All documents that a person's facts name. */
export const documentsOf = async (
  { documents }: Pick<World, 'documents'>,
  tenant: TenantId,
  state: State,
): Promise<Shelf> => {
  const shelf = {
    policies: new Map<DocumentHash, Policy>(),
    schedules: new Map<DocumentHash, Schedule>(),
    calendars: new Map<DocumentHash, Calendar>(),
  }
  const of = (kind: Named['kind'], others: readonly Named[]) =>
    others.flatMap((one) => (one.kind === kind ? [one.hash] : []))
  const fetch: Shelf['fetch'] = async (...others) => {
    const [some, more, most] = await Promise.all([
      policies({ documents }, tenant, of('policies', others)),
      schedules({ documents }, tenant, of('schedules', others)),
      calendars({ documents }, tenant, of('calendars', others)),
    ])
    for (const [hash, document] of some) shelf.policies.set(hash, document)
    for (const [hash, document] of more) shelf.schedules.set(hash, document)
    for (const [hash, document] of most) shelf.calendars.set(hash, document)
  }
  await fetch(...namedByFacts(state))
  return { documents: shelf, fetch }
}

const namedByFacts = ({ terms, timetables, calendars: places }: State): readonly Named[] => [
  ...terms.flatMap(({ document }) =>
    typeof document === 'string' ? [{ kind: 'policies', hash: document } as const] : [],
  ),
  ...timetables.map(({ document }) => ({ kind: 'schedules', hash: document }) as const),
  ...places.map(({ document }) => ({ kind: 'calendars', hash: document }) as const),
]

/** The documents that a command brings: they are kept before it is given. */
export const namedByCommand = (command: Command): readonly Named[] => {
  switch (command.type) {
    case 'AssignTerms':
      return command.document === null ? [] : [{ kind: 'policies', hash: command.document }]
    case 'AssignSchedule':
      return [{ kind: 'schedules', hash: command.document }]
    case 'ApplyCalendar':
      return [{ kind: 'calendars', hash: command.document }]
    case 'Start':
    case 'Move':
      return command.terms.flatMap(({ document }) => (document === null ? [] : [{ kind: 'policies', hash: document }]))
    default:
      return []
  }
}

/** Whether facts named a document that was not at hand. */
export const isUnknownDocument = (error: unknown): error is UnknownDocument =>
  error instanceof Error && error.name === ('UnknownDocument' satisfies UnknownDocument['name'])
