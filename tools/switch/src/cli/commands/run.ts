import type { World } from '../../stages/world.ts'
import type { Flags } from '../flags.ts'
import type { Telling } from '../telling.ts'

export type Context = {
  readonly flags: Flags
  readonly env: NodeJS.ProcessEnv
  readonly telling: Telling
  readonly stop: AbortSignal
}

/** A stage of one service: whether all is well. */
export type Run = (world: World, context: Context) => Promise<boolean>
