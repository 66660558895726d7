import { main } from '../tools/host/src/cli/main.ts'

process.exitCode = await main(process.argv.slice(2), process.env)
