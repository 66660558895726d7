import type { ServiceArtifact } from '../build/artifact.ts'
import { keyOf } from '../stacks/deployment.ts'
import type { Step } from './plan.ts'
import { ShipProblem } from './ship-problem.ts'

/**
 * What runs has to be what the versions file says, or, after a ship that was cut short, what is shipped now. If it is neither,
 * somebody else has shipped since, and would lose it unseen.
 */
export const refuseUnknown = (
  environment: string,
  steps: readonly Pick<Step, 'name' | 'running'>[],
  known: readonly Pick<ServiceArtifact, 'functions'>[],
): void => {
  const keys = new Set(known.flatMap(({ functions }) => Object.values(functions).map(keyOf)))
  const strange = steps.flatMap(({ name, running }) =>
    Object.entries(running?.Resources ?? {}).flatMap(([id, { Properties }]) => {
      const key = (Properties?.['Code'] as { readonly S3Key?: string } | undefined)?.S3Key
      return key === undefined || keys.has(key) ? [] : [`  ${name}, ${id}: ${key}`]
    }),
  )
  if (strange.length === 0) return
  throw new ShipProblem(
    [
      `${environment} runs what neither deploy/${environment}.json nor this ship knows:`,
      ...strange,
      'If somebody else has shipped, get the file as they committed it. If it was you, cut short, or it is not wanted: --over.',
    ].join('\n'),
  )
}
