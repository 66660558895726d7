import { useSyncExternalStore } from 'react'

/** One value that the page shows and something outside of React changes. */
export type Cell<T> = {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly subscribe: (onChange: () => void) => () => void
}

export const cell = <T>(initial: T): Cell<T> => {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}

export const useCell = <T>({ get, subscribe }: Cell<T>): T => useSyncExternalStore(subscribe, get)
