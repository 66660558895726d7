export { functionsOf, type HostFunction } from '../functions/host-function.ts'
export { type Surroundings, startSandbox } from './sandbox.ts'
