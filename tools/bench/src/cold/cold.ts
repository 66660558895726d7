import { join } from 'node:path'
import { saidWithServers } from '../with-servers.ts'

/** Every function's cold start, from its zip, on DynamoDB. */
export const benchCold = (): Promise<string> => saidWithServers(join(import.meta.dirname, 'on-servers.ts'))
