import { enableCompileCache } from 'node:module'

// Types are stripped and code is compiled once, not at every start.
enableCompileCache(`${import.meta.dirname}/../node_modules/.cache/compiled`)
const { main } = await import('../tools/host/src/cli/main.ts')

// A dashboard that is still being built does not hold up the end.
process.exit(await main(process.argv.slice(2), process.env))
