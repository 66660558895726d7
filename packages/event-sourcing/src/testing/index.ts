export { costsOf, type UseCaseCosts } from './costs-of.ts'
export { deciderLaws } from './decider-laws.ts'
export { specOf } from './decider-spec.ts'
