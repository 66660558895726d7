import { main } from '../tools/host/src/cli/main.ts'

// A dashboard that is still being built does not hold up the end.
process.exit(await main(process.argv.slice(2), process.env))
