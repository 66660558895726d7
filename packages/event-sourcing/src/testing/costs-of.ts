import { type Bill, metered } from '@awayday/meter'
import type { Costs } from '@awayday/meter/costs'
import type { Runner } from '../consumer-runner.ts'
import type { Appended } from '../event-feed.port.ts'
import type { EventStore } from '../event-store.port.ts'

export type UseCaseCosts<World> = {
  /** The use cases are to run in this one. */
  readonly world: World
  /** Runs a use case, and then what follows the streams that it wrote. */
  cost<T>(useCase: string, run: () => Promise<T>): Promise<T>
  readonly costs: Costs
}

/** What use cases cost in a world, one after the other. */
export const costsOf = <World extends { readonly store: EventStore }>(
  of: World,
  consumers: (world: World) => Pick<Runner, 'deliver'>,
): UseCaseCosts<World> => {
  const costs: Record<string, Bill> = {}
  let written: Appended[] = []
  const world: World = {
    ...of,
    store: {
      ...of.store,
      append: async (stream, ...rest) => {
        const appended = await of.store.append(stream, ...rest)
        if (appended.ok) written.push({ stream, record: appended.value.record })
        return appended
      },
    },
  }

  /** Progress, rows and messages; what follows may write what is followed in turn. */
  const follow = async (): Promise<void> => {
    while (written.length > 0) {
      const batch = written
      written = []
      await consumers(world).deliver(batch)
    }
  }

  return {
    world,
    costs,
    async cost(useCase, run) {
      const { value, bill } = await metered(run)
      costs[useCase] = ofCalls(bill)
      if (written.length === 0) return value
      costs[`${useCase}, followed`] = ofCalls((await metered(follow)).bill)
      return value
    },
  }
}

/** A route is looked up again after some seconds, whoever asks: it is nobody's cost. */
const ofCalls = ({ 'tenants.route': _route, ...bill }: Bill): Bill => bill
