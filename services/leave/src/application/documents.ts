import type { TenantId } from '@awayday/kernel'
import type { Command } from '#domain/person/commands.ts'
import type { Documents, UnknownDocument } from '#domain/person/documents.ts'
import type { DocumentHash } from '#domain/person/ids.ts'
import type { State } from '#domain/person/state.ts'
import type { World } from '#ports/world.ts'
import { readCalendar, readPolicy, readSchedule } from '#wire/documents.ts'

/** The documents of one decision. It grows when facts turn out to name others. */
export type Shelf = {
  readonly documents: Documents
  /** Brings others; throws if there is none: a fact without its document is a defect. */
  fetch(...others: readonly Named[]): Promise<void>
}
type Named = Pick<UnknownDocument, 'kind' | 'hash'>

/** All documents that a person's facts name. */
export const documentsOf = async (
  { documents }: Pick<World, 'documents'>,
  tenant: TenantId,
  state: State,
): Promise<Shelf> => {
  const shelf = { policies: new Map(), schedules: new Map(), calendars: new Map() } satisfies Documents
  const fetch: Shelf['fetch'] = async (...others) => {
    for (const [{ kind, hash }, document] of await readOnce(documents, tenant, others))
      (shelf[kind] as Map<DocumentHash, unknown>).set(hash, document)
  }
  await fetch(...namedByFacts(state))
  return { documents: shelf, fetch }
}

const namedByFacts = ({ terms, timetables, calendars }: State): readonly Named[] => [
  ...terms.flatMap(({ document }) =>
    typeof document === 'string' ? [{ kind: 'policies', hash: document } as const] : [],
  ),
  ...timetables.map(({ document }) => ({ kind: 'schedules', hash: document }) as const),
  ...calendars.map(({ document }) => ({ kind: 'calendars', hash: document }) as const),
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

const readers = { policies: readPolicy, schedules: readSchedule, calendars: readCalendar } as const

/** Documents never change, so what was read once is kept: so many of all companies, the oldest goes first. */
const KEPT = 5_000
const kept = new Map<string, unknown>()

const readOnce = async (
  documents: World['documents'],
  tenant: TenantId,
  names: readonly Named[],
): Promise<readonly (readonly [Named, unknown])[]> => {
  const key = ({ kind, hash }: Named) => `${tenant} ${kind} ${hash}`
  const missing = names.filter((name) => !kept.has(key(name))).map(({ hash }) => hash)
  const found = missing.length > 0 ? await documents.read(tenant, missing) : new Map<DocumentHash, string>()
  return names.map((name) => {
    const text = found.get(name.hash)
    if (text !== undefined) keep(key(name), readers[name.kind](text))
    const document = kept.get(key(name))
    if (document === undefined) throw new Error(`there is no document ${name.hash}`)
    return [name, document]
  })
}

const keep = (key: string, document: unknown): void => {
  kept.set(key, document)
  const oldest = kept.keys().next()
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value)
}
