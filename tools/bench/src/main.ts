import { availableParallelism } from 'node:os'

/** The parts of `pnpm bench`, in this order; `pnpm bench edge sqlite` runs those named. */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  edge: async () => (await import('./edge/edge.ts')).benchEdge(),
  sqlite: async () => (await import('./append/sqlite.ts')).benchSqlite(),
  servers: async () => (await import('./append/servers.ts')).benchServers(),
  feed: async () => (await import('./feed/feed.ts')).benchFeed(),
  host: async () => (await import('./host/host.ts')).benchHost(),
  start: async () => (await import('./start/start.ts')).benchStart(),
  cold: async () => (await import('./cold/cold.ts')).benchCold(),
  switch: async () => (await import('./switch/switch.ts')).benchSwitch(),
  leave: async () => (await import('./leave/leave.ts')).benchLeave(),
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`)
  process.exit(2)
}

console.log(`Node ${process.version}, ${availableParallelism()} cores; medians of rounds taken in turns.\n`)
for (const [name, run] of Object.entries(parts))
  if (chosen.length === 0 || chosen.includes(name)) console.log(await run())
