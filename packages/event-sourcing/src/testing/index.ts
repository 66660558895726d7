export { deciderLaws } from './decider-laws.ts'
export { specOf } from './decider-spec.ts'
