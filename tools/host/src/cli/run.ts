import { once } from 'node:events'
import { isStoreUnavailable } from '@awayday/event-sourcing'
import type { Instant } from '@awayday/kernel'
import { type Host, type HostOptions, startHost } from '../start-host.ts'
import { buildDashboard } from './dashboard-build.ts'
import { lockDataDir, makeDataDir, secretOf } from './data-dir.ts'
import { demoCompany, seedOnce } from './demo-company.ts'
import { environment } from './environment.ts'
import type { Flags } from './flags.ts'
import { printer } from './log-file.ts'
import { services } from './services.ts'
import { StartProblem } from './start-problem.ts'
import { welcome } from './welcome.ts'

/** Starts everything, prints where it is, and stays until a signal ends it. */
export const run = async (flags: Flags, env: NodeJS.ProcessEnv): Promise<number> => {
  const stopped = stopSignal()
  const dataDir = makeDataDir(flags.dataDir)
  using _lock = lockDataDir(dataDir)
  const functionsEnv = environment(flags, dataDir, secretOf(dataDir, env))
  if (flags.reset) await import('./reset.ts').then(({ reset }) => reset(services, dataDir, functionsEnv))
  const print = printer(dataDir, env)

  const webReady = buildDashboard(services)?.catch((trouble: Error) => console.error(trouble.message))
  const now = flags.today && (`${flags.today}T12:00:00.000Z` as Instant)
  const options = {
    services,
    env: functionsEnv,
    host: flags.host,
    port: flags.port,
    demo: true,
    ...(now && { now }),
    ...(flags.zips !== undefined && { zips: flags.zips }),
  }
  await using host = await started({ ...options, ...(webReady && { webReady }) })

  const ready = welcomed(host, flags, dataDir, webReady, print)
  await Promise.race([ready, stopped]) // a stop does not wait for the demo company: the next start goes on with it
  await stopped
  ready.catch(() => {}) // cut short
  return 0
}

const welcomed = async (
  host: Host,
  flags: Flags,
  dataDir: string,
  webReady: Promise<void> | undefined,
  print: (text: string) => void,
): Promise<void> => {
  if (flags.seed)
    await answering(() =>
      seedOnce(host, services, { dataDir, store: flags.store }, () => print('Making the demo company ...')),
    )
  await webReady
  print(welcome(host, dataDir, flags.seed ? (await demoCompany()).demoPeople : []))
}

const started = async (options: HostOptions): Promise<Host> => {
  try {
    return await answering(() => startHost(options))
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartProblem(`Port ${options.port} is in use. Stop what uses it, or choose another with --port.`, {
        cause,
      })
    if (code === 'EACCES')
      throw new StartProblem(`Port ${options.port} may not be used by you. Choose another with --port.`, { cause })
    throw cause
  }
}

const answering = async <T>(start: () => Promise<T>): Promise<T> => {
  try {
    return await start()
  } catch (cause) {
    if (!isStoreUnavailable(cause)) throw cause
    const { message } = cause as Error
    throw new StartProblem(`The store does not answer (${message}). Is its address right?`, { cause })
  }
}

/** Ctrl-C or SIGTERM asks to close; a second one does not wait. */
const stopSignal = async (): Promise<void> => {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
}
