import type { Refusal, Result } from '@awayday/kernel'
import { invocation, type LambdaContext } from '../invocation.ts'
import type { EdgeRefusal } from '../problems.ts'
import type { EdgeWorld } from '../world.ts'
import type { AnyField } from './field.ts'
import { payloadProblem } from './payload-problem.ts'
import type { ResolverEvent } from './resolver-event.ts'
import { accept, type ResolverTask } from './resolver-task.ts'

/**
 * A function that resolves GraphQL fields, called by AppSync as a direct Lambda resolver. `fields` are named
 * `Mutation.requestLeave`. What is refused is answered in the payload; what is thrown says nothing but its kind.
 */
export const resolver = <World extends EdgeWorld>({
  world,
  fields,
}: {
  readonly world: Promise<World>
  readonly fields: Readonly<Record<string, AnyField<World>>>
}): ((event: ResolverEvent, context?: LambdaContext) => Promise<unknown>) => {
  const byName = new Map(Object.entries(fields))
  return invocation<World, ResolverEvent, ResolverTask<World>, Result<unknown, Refusal>, unknown>(world, {
    begin: (event, ready, requestId) => {
      const name = `${event.info.parentTypeName}.${event.info.fieldName}`
      const field = byName.get(name)
      if (!field) throw new Error(`no resolver for ${name}`)
      return { event, world: ready, requestId, name, field }
    },
    check: (task) => {
      const refusal = accept(task)
      return refusal && refuse(task, refusal)
    },
    run: ({ field, world: ready, call }) => {
      if (!call) throw new Error('a field runs that was not accepted')
      return field.run(ready, call as never) // its arguments conform to this field's schema
    },
    present: (task, outcome) => (outcome.ok ? outcome.value : refuse(task, outcome.error)),
    facts: ({ info }, task) => ({
      route: `${info.parentTypeName}.${info.fieldName}`,
      status: task?.refused?.status ?? 200,
      tenant: task?.actor?.tenant,
      correlation: task?.call?.meta.correlation,
      cause: task?.requestId,
      problem: task?.refused?.type,
    }),
  })
}

const refuse = <World>(task: ResolverTask<World>, refusal: Refusal | EdgeRefusal) => {
  const problem = payloadProblem(refusal, task.field.problems)
  task.refused = { type: refusal.type, status: problem.status }
  return { ...task.field.refused, problem }
}
