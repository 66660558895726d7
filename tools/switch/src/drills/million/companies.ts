import { STORE_NAMES, type StoreName } from '@awayday/event-sourcing'

/** How the events of the drill are spread. */
export const TENANTS = 200
/** Records of a stream. */
export const RECORDS = 20

export const tenants: readonly string[] = Array.from(
  { length: TENANTS },
  (_, n) => `company-${String(n).padStart(3, '0')}`,
)

export const storeOf = (text: string | undefined): StoreName => {
  const store = STORE_NAMES.find((name) => name === text)
  if (!store) throw new Error(`a store is ${STORE_NAMES.join(', ')}, not ${text}`)
  return store
}
