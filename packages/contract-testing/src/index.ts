export type { Contract } from './contract.ts'
export { verify } from './verify.ts'
