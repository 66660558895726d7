import { memoryMbOf } from '@awayday/manifest'
import { PRICES } from '@awayday/meter/prices'
import type { ServiceArtifact } from '../build/artifact.ts'
import { type Runs, runsOf } from './runs.ts'
import { RUN_S } from './traffic.ts'

/** US dollars of a month, without storage, logs and what is sent to browsers. Alarms cost the same whatever happens. */
export type Cost = Readonly<Record<(typeof PARTS)[number], number>>

const PARTS = ['functions', 'tables', 'gateways', 'events', 'alarms'] as const
const { million, gbSecond, region, asOf } = PRICES

/** What services cost a company of so many people, by what their use cases take and their functions are given. */
export const monthlyCost = (services: readonly ServiceArtifact[], people: number): Omit<Cost, 'alarms'> => {
  const runs = runsOf(services, people)
  const sum = (price: (one: Runs) => number): number => runs.reduce((all, one) => all + one.times * price(one), 0)
  const byName = new Map(services.map((service) => [service.manifest.name, service]))
  return {
    functions: sum(({ service, function: name }) => runPrice(byName.get(service), name)),
    tables: sum(({ service, useCase }) => {
      const { reads = 0, writes = 0 } = byName.get(service)?.units?.[useCase] ?? {}
      return (reads * million.reads + writes * million.writes) / MILLION
    }),
    gateways: sum(({ by }) => (by === 'http' || by === 'graphql' ? million[by] / MILLION : 0)),
    events: sum(({ by }) => (by === 'schedules' || by === 'events' ? million[by] / MILLION : 0)),
  }
}
const MILLION = 1_000_000

const runPrice = (service: ServiceArtifact | undefined, name: string): number => {
  const fn = service?.manifest.functions[name]
  return fn ? million.runs / MILLION + (memoryMbOf(fn) / 1_024) * RUN_S * gbSecond : 0
}

/** For a person who decides: what a month costs now (undefined: nothing runs), and what it would. */
export const costTold = (before: Cost | undefined, after: Cost, people: number): readonly string[] => {
  const line = (name: string, of: (cost: Cost) => number): string =>
    `  ${name.padEnd(10)}${before ? `${of(before).toFixed(2)} -> ` : ''}${of(after).toFixed(2)}`
  return [
    `a month with ${people} people, in US dollars (${region}, as of ${asOf}; without storage and logs, before free tiers)`,
    ...PARTS.map((part) => line(part, (cost) => cost[part])),
    line('together', (cost) => PARTS.reduce((sum, part) => sum + cost[part], 0)),
  ]
}
