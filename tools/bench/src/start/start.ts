import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@awayday/contract-testing/free-port'
import { interleave, type Rival } from '../interleave.ts'
import { started } from '../program.ts'
import { table } from '../report.ts'

const startScript = join(import.meta.dirname, '../../../../scripts/start.ts')
const bareServer = join(import.meta.dirname, '../host/serve-bare.ts')
const ROUNDS = 3

const starting =
  (args: (port: number) => readonly string[]): Rival =>
  async () => {
    const port = await freePort()
    await using program = await started(args(port), `http://127.0.0.1:${port}/`, { AWAYDAY_LOG: 'off' })
    return program.answeredAfterMs
  }

/** In a folder of its own, made for this start. */
const startingCold: Rival = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'awayday-bench-'))
  try {
    return await starting((port) => [startScript, '--port', String(port), '--data-dir', folder])()
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** From the start script to the first page answered; before all rounds one start makes the demo company and the dashboard. */
export const benchStart = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'awayday-bench-'))
  await using temporary = new AsyncDisposableStack()
  temporary.defer(() => rm(folder, { recursive: true }))
  const medians = await interleave(
    {
      bare: starting((port) => [bareServer, String(port)]),
      warm: starting((port) => [startScript, '--port', String(port), '--data-dir', folder]),
      cold: startingCold,
    },
    ROUNDS,
  )
  return table({
    title: 'From the start script to the first page answered',
    unit: 'ms',
    decimals: 0,
    floor: { what: 'bare node:http', figure: medians.bare },
    lines: [
      { what: 'on a folder that was used before', figure: medians.warm, target: { below: 2_000 } },
      { what: 'on an empty folder, with the demo company to make', figure: medians.cold, target: { below: 2_000 } },
    ],
  })
}
