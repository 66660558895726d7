import { resolve } from 'node:path'
import type { Clock } from '@awayday/clock'
import { epochMs } from '@awayday/kernel'
import { chunksOf, type Manifest } from '../format/manifest.ts'
import { BackupProblem } from '../problem.ts'
import { takeBackup } from '../take/take-backup.ts'
import { CHOICES, chosen, parsed } from './flags.ts'
import { homesIn } from './homes.ts'
import { openToRead, type ServiceStores } from './stores.ts'
import { counted, lasted, sized, type Telling } from './telling.ts'

export const BACKUP_HELP = `Writes a backup of what Awayday keeps of its tenants, while it runs.

  pnpm backup --to <folder> [flags]

  --to <folder>         a new or empty folder
${CHOICES}

Tenants that live in another store than new ones are found by AWAYDAY_OTHER_STORES (comma between).`

/** `pnpm backup`. */
export const backup = async (
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { clock, telling }: { readonly clock: Clock; readonly telling: Telling },
): Promise<void> => {
  const { to, help, ...given } = parsed(args, ['to'])
  if (help) return console.log(BACKUP_HELP)
  if (to === undefined) throw new BackupProblem('--to names the folder of the backup. See --help.')
  const choice = chosen(given, env)

  await using opened = new AsyncDisposableStack()
  const services: ServiceStores[] = []
  for (const service of choice.services) {
    const one = await openToRead(env, choice, service)
    opened.use(one.stores)
    services.push(one)
  }
  const homes = await homesIn(services, choice.tenants)
  const folder = resolve(to)
  const manifest = await takeBackup(homes, folder, { clock, tell: (taken) => telling.step('taken', taken) })
  told(telling, folder, manifest)
}

const told = ({ outcome }: Telling, folder: string, { begun, ended, parts, sha256 }: Manifest): void => {
  const kept = parts.flatMap(({ collections }) => collections)
  const chunks = chunksOf(parts)
  const tenants = new Set(parts.map(({ tenant }) => tenant)).size
  const items = sum(kept.map((one) => one.items))
  const [bytes, fileBytes] = [sum(kept.map((one) => one.bytes)), sum(chunks.map((one) => one.bytes))]
  const ms = epochMs(ended) - epochMs(begun)
  outcome(
    [
      `Backed up ${counted(items, 'item')} of ${counted(tenants, 'tenant')} in ${lasted(ms)}: ${sized(bytes)}, as ${counted(chunks.length, 'file')} of ${sized(fileBytes)}.`,
      `Holds all that was answered before ${begun}. Digest ${sha256}`,
      `${folder}`,
    ],
    { step: 'backed-up', folder, tenants, items, bytes, files: chunks.length, fileBytes, begun, ms, sha256 },
  )
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)
