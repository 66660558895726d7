import { resolve } from 'node:path'
import type { Clock } from '@awayday/clock'
import { compare, epochMs } from '@awayday/kernel'
import { digestOfParts, type Part } from '../format/manifest.ts'
import type { Place } from '../place.ts'
import { BackupProblem } from '../problem.ts'
import { type Going, restoreBackup } from '../restore/restore-backup.ts'
import { CHOICES, type Chosen, chosen, parsed } from './flags.ts'
import { keeping } from './keeping.ts'
import { scratchStore } from './scratch.ts'
import { openToFill, settingsFor } from './stores.ts'
import { counted, lasted, type Telling } from './telling.ts'

export const RESTORE_HELP = `Brings a backup back into a store that holds nothing of its tenants.

  pnpm restore --from <folder> [flags]
  pnpm restore --drill <folder> [flags]

  --from <folder>       the backup
  --drill <folder>      restores into an empty store of its own, compares, and removes it again:
                        SQLite in a temporary folder, or with --store another database or table prefix there
${CHOICES}`

type World = { readonly clock: Clock; readonly telling: Telling }

/** `pnpm restore`. */
export const restore = async (args: readonly string[], env: NodeJS.ProcessEnv, world: World): Promise<void> => {
  const { from, drill, help, ...given } = parsed(args, ['from', 'drill'])
  if (help) return console.log(RESTORE_HELP)
  if ((from === undefined) === (drill === undefined))
    throw new BackupProblem('--from names the folder of the backup, or --drill. See --help.')
  const choice = chosen(drill === undefined ? given : { store: 'sqlite', ...given }, env)
  if (drill !== undefined) return drilled(resolve(drill), choice, env, world)
  await using opened = new AsyncDisposableStack()
  const settings = settingsFor(env, choice)
  await restored(resolve(from ?? ''), choice, settings, world, (place) => void opened.use(place.store))
}

/** What it took, and what it would have brought back: the recovery time and point, measured. */
const drilled = async (folder: string, choice: Chosen, env: NodeJS.ProcessEnv, world: World): Promise<void> => {
  const { clock } = world
  const scratch = await scratchStore(env, choice, clock)
  const places: Place[] = []
  try {
    await restored(folder, choice, scratch.settings, world, (place) => void places.push(place))
  } finally {
    await scratch.remove(places)
    for (const { store } of places) await store[Symbol.asyncDispose]()
  }
}

const restored = async (
  folder: string,
  choice: Chosen,
  settings: NodeJS.ProcessEnv,
  { clock, telling }: World,
  onOpen: (place: Place) => void,
): Promise<void> => {
  const begun = clock.now()
  const parts = await restoreBackup(folder, (held) => destined(held, choice, settings, onOpen), {
    clock,
    tell: (step) => telling.step('restored', step),
  })
  const ended = clock.now()
  const items = parts.flatMap(({ collections }) => collections).reduce((sum, kept) => sum + kept.items, 0)
  const tenants = new Set(parts.map(({ tenant }) => tenant)).size
  const ms = epochMs(ended) - epochMs(begun)
  const [point] = parts.map((part) => part.begun).sort(compare)
  const sha256 = digestOfParts(parts)
  telling.outcome(
    [
      `Restored ${counted(items, 'item')} of ${counted(tenants, 'tenant')} into ${choice.store} and read them again: equal to the backup.`,
      `Recovery time ${lasted(ms)}. Recovery point ${point}: all that was answered before is there.`,
      `Digest ${sha256}`,
    ],
    { step: 'restored-all', store: choice.store, tenants, items, recoveryMs: ms, recoveryPoint: point, sha256 },
  )
}

/** Which parts of a backup are wanted, and where each goes. */
const destined = async (
  held: readonly Part[],
  { services, tenants }: Chosen,
  settings: NodeJS.ProcessEnv,
  onOpen: (place: Place) => void,
): Promise<readonly Going[]> => {
  for (const tenant of tenants ?? [])
    if (!held.some((part) => part.tenant === tenant))
      throw new BackupProblem(
        `The backup holds nothing of ${tenant}: it holds ${[...new Set(held.map((part) => part.tenant))].join(', ')}.`,
      )
  const foreign = held.find(({ service }) => !keeping.some(({ name }) => name === service))
  if (foreign) throw new BackupProblem(`The backup holds a service ${foreign.service}, which this version has not.`)
  const going: Going[] = []
  for (const service of services) {
    const parts = held.filter((part) => part.service === service.name && (!tenants || tenants.has(part.tenant)))
    if (parts.length === 0) continue
    const place = await openToFill(settings, service)
    onOpen(place)
    going.push(...parts.map((part) => ({ part, place })))
  }
  if (going.length === 0) throw new BackupProblem('The backup holds nothing of that.')
  return going
}
