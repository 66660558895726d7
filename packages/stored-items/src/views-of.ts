import type { ServiceManifest } from '@awayday/manifest'
import type { Collection } from './stored-items.port.ts'

/** The collections of a service's views. */
export const viewsOf = ({ tables }: Pick<ServiceManifest, 'tables'>): readonly Collection[] =>
  Object.entries(tables).flatMap(([name, { holds }]) => (holds === 'views' ? [`views:${name}` as const] : []))
