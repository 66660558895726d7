export type { Contract } from './contract.ts'
export { howOften } from './how-often.ts'
export { onTrial } from './on-trial.ts'
export { verify } from './verify.ts'
