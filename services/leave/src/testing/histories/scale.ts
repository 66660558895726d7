import type { Unit } from '@awayday/kernel'

/** Minutes are more than days: a day of them. */
export const scale = (unit: Unit): number => (unit === 'day' ? 1 : 480)
