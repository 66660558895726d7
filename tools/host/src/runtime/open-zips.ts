import { resolve } from 'node:path'
import { putEvents } from '@awayday/bus/put-events'
import type { LocalBus } from '@awayday/bus/sqlite'
import { processClock } from '@awayday/clock'
import { fromSource } from '../functions/from-source.ts'
import { fromZips, type Zips } from './from-zips.ts'
import { undertaker } from './undertaker.ts'
import { unzip } from './unzipped.ts'

/** The functions that `pnpm build` has left in a folder. Their bus is the host's, by EventBridge's protocol; their clock is the host's. */
export const openZips = async (built: string, dataDir: string, bus: LocalBus): Promise<Zips> => {
  const unzipped = await unzip(resolve(built), resolve(dataDir, 'functions'))
  const put = (request: unknown) => putEvents(bus, request, processClock.now())
  await using opened = new AsyncDisposableStack()
  const buries = opened.use(undertaker())
  const zips = opened.use(fromZips(unzipped, { put, buries, env: environment(process.env) }, fromSource()))
  const open = opened.move()
  return { ...zips, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

/** As far as a function on Lambda has it: settings of ours and of AWS's clients, and nothing else of this process. */
const environment = ({ AWAYDAY_METER: _, ...env }: NodeJS.ProcessEnv): Readonly<Record<string, string>> => {
  const own = Object.entries(env).filter(([name]) => /^(AWAYDAY|AWS)_/.test(name))
  return {
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    ...(Object.fromEntries(own) as Record<string, string>),
    AWAYDAY_BUS: 'awayday',
    AWAYDAY_DATA_DIR: resolve(env['AWAYDAY_DATA_DIR'] ?? '.awayday'),
  }
}
