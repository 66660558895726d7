import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processClock } from '@awayday/clock'
import type { LocalDate } from '@awayday/kernel'
import { services } from '../cli/services.ts'
import { startHost } from '../start-host.ts'
import { seedDemo } from './seed.ts'

/** Makes the demo company in a store that other processes serve: by a host that stays until all has been followed. Made twice, it is there once. */
export const seedDemoOn = async (env: Readonly<Record<string, string>>): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'awayday-seed-'))
  try {
    await using host = await startHost({
      services,
      env: { ...env, AWAYDAY_DATA_DIR: dataDir, AWAYDAY_LOG: 'off' },
      port: 0,
      demo: true,
    })
    await seedDemo(host, { today: processClock.now().slice(0, 10) as LocalDate })
    await host.settled()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
