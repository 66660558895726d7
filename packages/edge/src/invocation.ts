import { systemClock } from '@awayday/clock'
import { epochMs, type Instant } from '@awayday/kernel'
import { metered, type Units } from '@awayday/meter'
import middy from '@middy/core'
import { type Facts, logLine } from './log-line.ts'
import { neutralError, type Trouble, troubleOf } from './trouble.ts'
import type { EdgeWorld } from './world.ts'

/** What the edge reads of Lambda's context; tests may leave it out. */
export type LambdaContext = { readonly awsRequestId: string; readonly functionName: string }

/** How one kind of trigger is read and answered. */
export type Kind<World, Event, Task extends { readonly event: Event }, Outcome, Reply> = {
  /** Makes a task of an event: cheap, refuses nothing. */
  readonly begin: (event: Event, world: World, requestId: string) => Task
  /** Checks the event before anything runs. A reply here is a refusal. */
  readonly check?: (task: Task) => Reply | undefined
  readonly run: (task: Task) => Promise<Outcome>
  readonly present: (task: Task, outcome: Outcome) => Reply
  /** What answers trouble. Without it the trigger's platform is told by an error that says nothing of the message. */
  readonly troubled?: (event: Event, trouble: Trouble) => Reply
  /** For the log. Without a task, trouble was met before there was one. */
  readonly facts: (event: Event, task: Task | undefined, reply: Reply | undefined) => Facts
}

/**
 * One event in, one answer out, one line in the log. middy runs it, with a single middleware that parses, presents and
 * maps trouble; its early-timeout timer is off, since it costs half a microsecond a call and the platform ends us anyway.
 */
export const invocation = <World extends EdgeWorld, Event, Task extends { readonly event: Event }, Outcome, Reply>(
  promised: Promise<World>,
  kind: Kind<World, Event, Task, Outcome, Reply>,
): ((event: Event, context?: LambdaContext) => Promise<Reply>) => {
  let world: World | undefined
  promised.then(
    (ready) => {
      world = ready
    },
    () => undefined, // every invocation meets the same rejection, and answers it
  )
  const logs = process.env['AWAYDAY_LOG'] !== 'off'

  const begin = (passing: Passing<Event, Task>, ready: World): Reply | undefined => {
    const task = kind.begin(passing.event as Event, ready, passing.context.awsRequestId ?? '')
    passing.task = task
    passing.event = task // what middy hands to the handler
    const refused = kind.check?.(task)
    if (refused !== undefined && logs) tell(passing, { reply: refused })
    return refused
  }

  const tell = (passing: Passing<Event, Task>, told: Told<Reply>): void => {
    const { context, task, began } = passing
    const facts = kind.facts(eventOf(passing), task, told.reply)
    const line = logLine({
      at: (world?.clock ?? systemClock).now(),
      requestId: context.awsRequestId ?? '',
      function: context.functionName ?? '',
      ...facts,
      status: told.trouble?.status ?? facts.status,
      durationMs: began ? epochMs(systemClock.now()) - epochMs(began) : 0,
      units: told.units ?? { reads: 0, writes: 0 },
      trouble: told.trouble,
    })
    process.stdout.write(`${line}\n`)
  }

  const run = (task: unknown) => (logs ? metered(() => kind.run(task as Task)) : kind.run(task as Task))

  const handle = middy<unknown, unknown>(run, { timeoutEarlyInMillis: 0 }).use({
    before: (passing: Passing<Event, Task>) => {
      if (logs) passing.began = systemClock.now() // not the world's clock, which may be moved meanwhile
      return world ? begin(passing, world) : promised.then((ready) => begin(passing, ready))
    },
    after: (passing: Passing<Event, Task>) => {
      const task = passing.event as Task
      if (!logs) {
        passing.response = kind.present(task, passing.response as Outcome)
        return
      }
      const { value, units } = passing.response as Metered<Outcome>
      const reply = kind.present(task, value)
      tell(passing, { reply, units })
      passing.response = reply
    },
    onError: (passing: Passing<Event, Task>) => {
      const trouble = troubleOf(passing.error)
      const reply = kind.troubled?.(eventOf(passing), trouble)
      if (logs) tell(passing, { reply, trouble })
      // Replaced, not thrown: middy would pin the first error, message and all, to one that is thrown here.
      if (reply === undefined) passing.error = neutralError(trouble)
      return reply
    },
  })
  return (event, context = {} as LambdaContext) => handle(event, context as never) as Promise<Reply>
}

/** middy's request, as its hooks pass it on. Ours lie beside its members: its `internal` is a slow dictionary. */
type Passing<Event, Task> = {
  event: Event | Task
  readonly context: Partial<LambdaContext>
  response: unknown
  error: unknown
  task?: Task
  began?: Instant
}

const eventOf = <Event, Task extends { readonly event: Event }>({ event, task }: Passing<Event, Task>): Event =>
  task ? task.event : (event as Event)

type Metered<Outcome> = { readonly value: Outcome; readonly units: Units }
type Told<Reply> = { readonly reply: Reply | undefined; readonly units?: Units; readonly trouble?: Trouble }
