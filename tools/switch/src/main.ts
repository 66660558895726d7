import { systemClock } from '@awayday/clock'
import { isStoreUnavailable } from '@awayday/event-sourcing'
import { HELP, readFlags } from './cli/flags.ts'
import { telling } from './cli/telling.ts'
import { SwitchProblem } from './problem.ts'

/** `pnpm switch`. Exit code 1: something differs or cannot be moved; 2: something whoever called it can mend; 130: Ctrl-C. */
const main = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const halt = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      process.once(signal, () => process.exit(130)) // a second one does not wait
      halt.abort()
    })
  try {
    const flags = readFlags(args, env)
    if (!flags) {
      console.log(HELP)
      return 0
    }
    const { runStages } = await import('./cli/run-stages.ts')
    const voice = telling(process.stdout, systemClock, () => performance.now())
    return await runStages({ flags, env, telling: voice, stop: halt.signal })
  } catch (trouble) {
    if (halt.signal.aborted) {
      console.error('\nStopped between two steps. The same command goes on from there.')
      return 130
    }
    if (trouble instanceof SwitchProblem) console.error(trouble.message)
    else if (trouble instanceof Error && trouble.name === 'Diverged')
      console.error(`Diverged: ${trouble.message}. See "What to do when it says Diverged" in docs/switch.md.`)
    else if (trouble instanceof Error && isStoreUnavailable(trouble))
      console.error(`The store does not answer (${because(trouble)}). The same command goes on from there.`)
    else throw trouble
    return 2
  }
}

const because = ({ message, cause }: Error): string =>
  cause instanceof Error ? `${message}: ${cause.message}` : message

process.exitCode = await main(process.argv.slice(2), process.env)
