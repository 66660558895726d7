export { metered, spend, type Units } from './meter.ts'
