import { schedule } from '@awayday/host/schedule'
import { type FieldNode, getOperationAST, Kind, parse } from 'graphql'
import type { ServiceArtifact } from '../build/artifact.ts'
import { DAYS_OF_MONTH, PER_PERSON, VISITS_PER_PERSON } from './traffic.ts'

/** What runs in a month: a function, so often, each time with the units of one use case. */
export type Runs = {
  readonly service: string
  readonly function: string
  readonly useCase: string
  readonly times: number
  /** What starts it, where that is paid for as well. */
  readonly by?: 'graphql' | 'http' | 'schedules' | 'events'
}

/** All that so many people start in a month, and what starts by itself. */
export const runsOf = (services: readonly ServiceArtifact[], people: number): readonly Runs[] => [
  ...services.flatMap(({ operations = [] }) => operations.flatMap((text) => asked(services, text, people))),
  ...services.flatMap(visits(people)),
  ...services.flatMap(onTime),
]

/** Each field is a run of its service's function, whoever asks is known by a run before, and what a change leads to is one after. */
const asked = (services: readonly ServiceArtifact[], text: string, people: number): readonly Runs[] => {
  const { name, kind, fields } = operationOf(text)
  const perPerson = PER_PERSON[name]
  if (perPerson === undefined) throw new Error(`${name}: write into traffic.ts how often a person asks it in a month`)
  const times = perPerson * people
  const known = services.flatMap(runOf('authorizer', 'authorize', times, 'graphql'))
  if (kind === 'subscription') return known
  return [
    ...known,
    ...fields.flatMap((field) => {
      const owner = services.filter(({ units }) => units?.[field])
      const followed = `${field}, followed`
      return [
        ...owner.flatMap(runOf('graphql', field, times)),
        ...(kind === 'mutation' ? owner.flatMap(runOf('stream', followed, times, 'events')) : []),
      ]
    }),
  ]
}

const runOf =
  (kind: string, useCase: string, times: number, by?: Runs['by']) =>
  ({ manifest }: ServiceArtifact): readonly Runs[] =>
    Object.entries(manifest.functions).flatMap(([name, { on }]) =>
      on.kind === kind ? [{ service: manifest.name, function: name, useCase, times, ...(by && { by }) }] : [],
    )

/** Whoever opens a page gets a token first. */
const visits =
  (people: number) =>
  ({ manifest, units }: ServiceArtifact): readonly Runs[] =>
    units?.['token']
      ? [
          {
            service: manifest.name,
            function: 'session',
            useCase: 'token',
            times: VISITS_PER_PERSON * people,
            by: 'http',
          },
        ]
      : []

const onTime = ({ manifest }: ServiceArtifact): readonly Runs[] =>
  Object.entries(manifest.functions).flatMap(([name, { on }]) =>
    on.kind === 'schedule'
      ? [{ service: manifest.name, function: name, useCase: name, times: timesIn(on.expression), by: 'schedules' }]
      : [],
  )

const DAY_MS = 86_400_000

/** How often a schedule is due in a month that begins on a Monday. */
const timesIn = (expression: string): number => {
  const next = schedule(expression)
  const end = MONDAY + DAYS_OF_MONTH * DAY_MS
  let times = 0
  for (let at = next(MONDAY); at !== undefined && at <= end; at = next(at)) times += 1
  return times
}
const MONDAY = Date.UTC(2024, 0, 1)

const operationOf = (text: string) => {
  const operation = getOperationAST(parse(text))
  if (!operation) throw new Error('an operation is among what is asked')
  const fields = operation.selectionSet.selections.filter((each): each is FieldNode => each.kind === Kind.FIELD)
  return {
    name: operation.name?.value ?? '',
    kind: operation.operation,
    fields: fields.map(({ name }) => name.value),
  }
}
