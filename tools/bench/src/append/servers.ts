import { join } from 'node:path'
import { saidWithServers } from '../with-servers.ts'

/** MongoDB and DynamoDB, where they can be had. */
export const benchServers = (): Promise<string> => saidWithServers(join(import.meta.dirname, 'on-servers.ts'))
