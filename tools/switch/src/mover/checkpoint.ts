import type { TenantId } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import { readKept, writeKept } from './kept-file.ts'

/** What a move brings over, in this order. Views and progress are made anew by the target's own relay. */
export const MOVED = ['events', 'records', 'registry'] as const
export type Moved = (typeof MOVED)[number]

/** How far one collection of a tenant is copied: all keys up to `after`, and `done` when that was all there was. */
export type Position = {
  readonly after?: string
  readonly items: number
  readonly bytes: number
  readonly done: boolean
}

/** Where a copy goes on after it was ended in any way. Kept in a file: whole, on the disk, and refused if it is not as it was written. */
export type Checkpoint = {
  /** `mark` says which capture the copy belongs to: with another one it begins anew. */
  at(tenant: TenantId, mark: string, collection: Moved): Position
  /** On the disk when it resolves. Calls at the same time share one write. */
  advance(tenant: TenantId, mark: string, collection: Moved, position: Position): Promise<void>
}

/** `move` says from where to where, of which service: another move's file is refused. */
export const openCheckpoint = async (file: string, move: string): Promise<Checkpoint> => {
  const text = await readKept(file, 'remove it and call copy again, which compares what it copied already.')
  const stored: Stored = text === undefined ? { format: 1, move, tenants: {} } : (JSON.parse(text) as Stored)
  if (stored.format !== 1 || stored.move !== move)
    throw new SwitchProblem(
      `${file} belongs to another move (${stored.move}), and this one is ${move}: name another folder for the state.`,
    )
  const tenants = new Map(Object.entries(stored.tenants))
  const save = oneAtATime(() =>
    writeKept(file, JSON.stringify({ format: 1, move, tenants: Object.fromEntries(tenants) } satisfies Stored)),
  )
  const of = (tenant: TenantId, mark: string): Copying => {
    const known = tenants.get(tenant)
    return known?.mark === mark ? known : { mark, collections: {} }
  }

  return {
    at: (tenant, mark, collection) => of(tenant, mark).collections[collection] ?? { items: 0, bytes: 0, done: false },
    advance(tenant, mark, collection, position) {
      const { collections } = of(tenant, mark)
      tenants.set(tenant, { mark, collections: { ...collections, [collection]: position } })
      return save()
    },
  }
}

type Copying = { readonly mark: string; readonly collections: { readonly [collection in Moved]?: Position } }
type Stored = { readonly format: 1; readonly move: string; readonly tenants: Readonly<Record<string, Copying>> }

/** Runs again for whoever calls while it runs, once for all of them. */
const oneAtATime = (run: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  return () => {
    next ??= running
      .catch(() => {}) // told to those who waited for it
      .then(() => {
        next = undefined
        running = run()
        return running
      })
    return next
  }
}
