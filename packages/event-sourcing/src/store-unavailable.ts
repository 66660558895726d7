/** The platform's trouble, never the caller's. Recognised by `name`, so that it survives two copies of this package. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

export const isStoreUnavailable = (trouble: unknown): boolean =>
  trouble instanceof Error && trouble.name === 'StoreUnavailable'

/** Ports name the platform's trouble `…Unavailable`: the store's, the bus's. */
export const isUnavailable = (trouble: unknown): boolean =>
  trouble instanceof Error && trouble.name.endsWith('Unavailable')
