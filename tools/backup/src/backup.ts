import { backup } from './cli/backup.ts'
import { run } from './cli/run.ts'

process.exitCode = await run(backup)
