import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@awayday/contract-testing/free-port'
import autocannon from 'autocannon'
import { interleave, type Rival } from '../interleave.ts'
import { started } from '../program.ts'
import { table } from '../report.ts'

const CONNECTIONS = 10
const SECONDS = 2
const ROUNDS = 5

/** Requests a second, asked by this process; anything but 200 fails the bench. */
const requestsTo =
  (url: string): Rival =>
  async () => {
    const { requests, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS })
    if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`)
    return requests.average
  }

/** The host with one function beside a bare server, each in its own process. */
export const benchHost = async (): Promise<string> => {
  await using running = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'awayday-bench-'))
  running.defer(() => rm(folder, { recursive: true }))
  const serve = async (program: string, ...more: readonly string[]): Promise<string> => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}/ping`
    running.use(await started([join(import.meta.dirname, program), String(port), ...more], url))
    return url
  }
  const medians = await interleave(
    { bare: requestsTo(await serve('serve-bare.ts')), ours: requestsTo(await serve('serve-host.ts', folder)) },
    ROUNDS,
  )
  return table({
    title: `Requests at ${CONNECTIONS} connections`,
    unit: '/s',
    decimals: 0,
    floor: { what: 'bare node:http', figure: medians.bare },
    lines: [{ what: 'the host: gateway event, function, response', figure: medians.ours, target: { atLeast: 0.4 } }],
  })
}
