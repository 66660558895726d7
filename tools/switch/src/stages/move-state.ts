import { join } from 'node:path'
import type { Instant, TenantId } from '@awayday/kernel'
import type { Tally } from '@awayday/routing'
import { readKept, writeKept } from '../mover/kept-file.ts'
import type { Progress } from '../mover/progress.ts'
import type { Compared } from '../verify/verify.ts'
import type { HandedOver } from './hand-over-all.ts'
import type { World } from './world.ts'

/** What the stages leave for each other, and for a person to read: where tenants live is in the stores, and not in here. */
export type TenantState = {
  readonly captured?: {
    readonly at: Instant
    /** The route's epoch then. */
    readonly epoch: number
    /** The target held nothing of the tenant: what is there since is the mover's own. */
    readonly heldNothing: boolean
    readonly streams: number
    readonly events: number
    /** Events, plain records and keys. */
    readonly items: number
    /** SHA-256 over the ends of the source's streams, base64url. */
    readonly heads: string
  }
  readonly copied?: { readonly at: Instant } & Pick<Progress, 'items' | 'bytes'> & { readonly seconds: number }
  readonly verified?: {
    readonly at: Instant
    readonly epoch: number
    readonly compared: readonly Omit<Compared, 'differences' | 'more'>[]
    readonly repaired: number
  }
  readonly shadowed?: { readonly at: Instant } & Tally
  readonly cutOver?: { readonly at: Instant; readonly epoch: number } & HandedOver
}

type Stored = { readonly format: 1; readonly tenants: Readonly<Record<string, TenantState>> }

/** A file of this move in the folder of its state. */
export const fileOf = ({ folder, service, from, to }: World, what: string): string =>
  join(folder, `${service.name}-${from.name}-${to.name}.${what}.json`)

/** The state of one tenant's move; empty before the first stage. A file that was cut short or edited is a `SwitchProblem`. */
export const stateOf = async (world: World, tenant: TenantId): Promise<TenantState> =>
  (await stored(world)).tenants[tenant] ?? {}

/** Adds to the state of a tenant's move; `undefined` takes away. On disk when it resolves; one process at a time. */
export const note = async (
  world: World,
  tenant: TenantId,
  more: { readonly [part in keyof TenantState]: TenantState[part] | undefined },
): Promise<void> => {
  const { tenants } = await stored(world)
  const kept = Object.entries({ ...tenants[tenant], ...more }).filter(([, part]) => part !== undefined)
  const state: Stored = { format: 1, tenants: { ...tenants, [tenant]: Object.fromEntries(kept) } }
  await writeKept(fileOf(world, 'state'), JSON.stringify(state))
}

const stored = async (world: World): Promise<Stored> => {
  const text = await readKept(
    fileOf(world, 'state'),
    'remove it, and call capture and verify again. Where companies live is kept in their stores, and not there.',
  )
  return text === undefined ? { format: 1, tenants: {} } : (JSON.parse(text) as Stored)
}
