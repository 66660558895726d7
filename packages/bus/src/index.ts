export { type Bus, type BusEvent, BusUnavailable } from './bus.port.ts'
export { type BusDetail, type EventBridgeEvent, sourceOf } from './eventbridge-event.ts'
export { openBus } from './open-bus.ts'
