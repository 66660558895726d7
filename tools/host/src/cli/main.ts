import { HELP, readFlags } from './flags.ts'
import { StartProblem } from './start-problem.ts'

/** `pnpm start`. Resolves to the exit code when it was stopped, or could not start (2: something whoever started it can mend). */
export const main = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  try {
    const flags = readFlags(args, env)
    if (flags.help) {
      console.log(HELP)
      return 0
    }
    const { run } = await import('./run.ts')
    return await run(flags, env)
  } catch (trouble) {
    if (!(trouble instanceof StartProblem)) throw trouble
    console.error(trouble.message)
    return 2
  }
}
