import { systemClock } from '@awayday/clock'
import { isStoreUnavailable } from '@awayday/event-sourcing'
import { BackupProblem } from '../problem.ts'
import { type Telling, telling } from './telling.ts'

type Command = (
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  world: { readonly clock: typeof systemClock; readonly telling: Telling },
) => Promise<void>

/** Runs a command of this process. Resolves to its exit code: 2 for what whoever started it can mend. */
export const run = async (command: Command): Promise<number> => {
  try {
    await command(process.argv.slice(2), process.env, {
      clock: systemClock,
      telling: telling(process.stdout, systemClock),
    })
    return 0
  } catch (trouble) {
    if (trouble instanceof BackupProblem) console.error(trouble.message)
    else if (trouble instanceof Error && isStoreUnavailable(trouble))
      console.error(`The store is out of reach (${trouble.message}). Are its settings right?`)
    else throw trouble
    return 2
  }
}
