import { restore } from './cli/restore.ts'
import { run } from './cli/run.ts'

process.exitCode = await run(restore)
