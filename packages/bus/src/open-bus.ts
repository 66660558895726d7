import { needs } from '@awayday/manifest/grants'
import type { Bus } from './bus.port.ts'

/**
 * The bus that `AWAYDAY_BUS` names: `local`, which keeps events in `<AWAYDAY_DATA_DIR>/host.sqlite` for the host of this
 * process to deliver, or the name of an EventBridge bus. Only the adapter in use is loaded.
 */
export const openBus = async (env: NodeJS.ProcessEnv): Promise<Bus> => {
  const name = env['AWAYDAY_BUS'] ?? 'local'
  if (name === 'local') {
    const { openLocalBus } = await import('./adapters/sqlite/open.ts')
    const bus = openLocalBus(env['AWAYDAY_DATA_DIR'] ?? '.awayday')
    return env['AWAYDAY_GRANTS'] === 'checked' ? granted(bus) : bus
  }
  let opened: Promise<Bus> | undefined
  return {
    async publish(events) {
      opened ??= eventBridge(name)
      await (await opened).publish(events)
    },
  }
}

/** Loaded when something is published: most functions start, answer and end without it. */
const eventBridge = async (name: string): Promise<Bus> => {
  const [{ EventBridgeClient }, { eventBridgeBus }] = await Promise.all([
    import('@aws-sdk/client-eventbridge'),
    import('./adapters/eventbridge/bus.ts'),
  ])
  return eventBridgeBus(new EventBridgeClient(), name)
}

/** Asks whether the function that runs may publish, by its manifest. On AWS its role says so. */
const granted = ({ publish }: Bus): Bus => ({
  async publish(events) {
    needs('writes', 'bus')
    await publish(events)
  },
})
