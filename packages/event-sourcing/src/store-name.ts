/** The stores a stream can live in. */
export const STORE_NAMES = ['sqlite', 'mongodb', 'dynamodb'] as const
export type StoreName = (typeof STORE_NAMES)[number]
