import { sourceOf } from '@awayday/bus'
import type { AcceptedEvent } from '@awayday/bus/sqlite'
import type { LiveField } from '@awayday/manifest'

/** Who listens. */
export type Listener = { readonly tenant: string; readonly person: string; readonly isAdmin: boolean }

type Payload = Readonly<Record<string, unknown>>
type Subscription = { readonly field: string; readonly listener: Listener; readonly push: (payload: Payload) => void }

/** A listener that falls behind by more is cut off; it comes back and reads again. */
const WAITING_MAX = 100

/**
 * Hands what the bus accepts to those who listen at this moment, and forgets it: who was away reads the views. In AWS the
 * same is done by a function that publishes to AppSync.
 */
export const live = (fields: readonly LiveField[]) => {
  const subscriptions = new Set<Subscription>()
  const ended = new AbortController()

  return {
    accepted: (events: readonly AcceptedEvent[]): void => {
      if (subscriptions.size === 0) return
      for (const event of events)
        for (const { field, from, type } of fields)
          if (event.source === sourceOf(from) && event['detail-type'] === type) push(subscriptions, field, event.detail)
    },

    /** Ends when `stop` does, or when the host closes. */
    async *subscribe(field: string, listener: Listener, stop: AbortSignal): AsyncGenerator<Payload, void, void> {
      const waiting: Payload[] = []
      let wake = (): void => {}
      const stopped = AbortSignal.any([stop, ended.signal])
      stopped.addEventListener('abort', () => wake())
      const subscription: Subscription = {
        field,
        listener,
        push: (payload) => {
          waiting.push(payload)
          wake()
        },
      }
      subscriptions.add(subscription)
      try {
        while (!stopped.aborted && waiting.length <= WAITING_MAX) {
          const payload = waiting.shift()
          if (payload) yield payload
          else
            await new Promise<void>((resolve) => {
              wake = resolve
            })
        }
      } finally {
        subscriptions.delete(subscription)
      }
    },

    [Symbol.dispose]: (): void => ended.abort(),
  }
}
export type Live = ReturnType<typeof live>

const push = (subscriptions: ReadonlySet<Subscription>, field: string, detail: unknown): void => {
  const { tenant, data } = detail as {
    readonly tenant?: unknown
    readonly data?: Payload & { readonly audience?: unknown }
  }
  if (!data) return
  const { audience, ...payload } = data
  for (const subscription of subscriptions) {
    const { listener } = subscription
    const isNamed = Array.isArray(audience) && audience.includes(listener.person)
    if (subscription.field === field && listener.tenant === tenant && (isNamed || listener.isAdmin))
      subscription.push(payload)
  }
}
