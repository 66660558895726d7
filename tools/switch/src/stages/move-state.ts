import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant, TenantId } from '@awayday/kernel'
import { SwitchProblem } from '../problem.ts'
import type { Compared } from '../verify/verify.ts'
import type { HandedOver } from './hand-over-all.ts'
import type { Shadowed } from './shadow-ledger.ts'
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
    /** SHA-256 over the ends of the source's streams, base64url. */
    readonly heads: string
  }
  readonly verified?: {
    readonly at: Instant
    readonly epoch: number
    readonly compared: readonly Omit<Compared, 'differences' | 'more'>[]
    readonly repaired: number
  }
  readonly shadowed?: { readonly at: Instant } & Shadowed
  readonly cutOver?: { readonly at: Instant; readonly epoch: number } & HandedOver
}

type Stored = { readonly format: 1; readonly tenants: Readonly<Record<string, TenantState>> }

const fileOf = ({ folder, service, from, to }: World): string =>
  join(folder, `${service.name}-${from.name}-${to.name}.json`)

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
  await write(fileOf(world), { format: 1, tenants: { ...tenants, [tenant]: Object.fromEntries(kept) } })
}

const stored = async (world: World): Promise<Stored> => {
  const file = fileOf(world)
  const text = await readFile(file, 'utf8').catch((trouble: NodeJS.ErrnoException) => {
    if (trouble.code === 'ENOENT') return undefined
    throw trouble
  })
  if (text === undefined) return { format: 1, tenants: {} }
  const [sum, body = ''] = text.split('\n')
  if (sum !== checksum(body))
    throw new SwitchProblem(
      `${file} is damaged: it was cut short or edited. Remove it and call capture and verify again; what is copied already is found in the store.`,
    )
  return JSON.parse(body) as Stored
}

const write = async (file: string, state: Stored): Promise<void> => {
  const body = JSON.stringify(state)
  await writeDurably(file, `${checksum(body)}\n${body}\n`)
}

/** Whoever looks sees the old file or the new one, whole; and it is on disk when this resolves. */
export const writeDurably = async (file: string, text: string): Promise<void> => {
  const folder = join(file, '..')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = `${file}.unfinished`
  {
    await using handle = await open(unfinished, 'w', 0o600)
    await handle.writeFile(text)
    await handle.sync()
  }
  await rename(unfinished, file)
  await using handle = await open(folder)
  await handle.sync()
}

const checksum = (body: string): string => createHash('sha256').update(body).digest('hex')
