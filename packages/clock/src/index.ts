export type { Clock } from './clock.port.ts'
export { systemClock } from './system.ts'
export { processClock, stoppedClock, type VirtualClock, virtualClock } from './virtual.ts'
