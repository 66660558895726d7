import { join } from 'node:path'
import { saidWithServers } from '../with-servers.ts'

/** How fast a company moves, beside a bare loop. `AWAYDAY_BENCH_EVENTS`: how many events, 50,000 by default. */
export const benchSwitch = (): Promise<string> => saidWithServers(join(import.meta.dirname, 'on-servers.ts'))
