import { unreachable } from '@awayday/kernel'
import type { Sequential } from './linearizable.ts'

export type Status = 'pending' | 'approved' | 'declined' | 'withdrawn' | 'cancelled'
export type Verb = 'approve' | 'decline' | 'withdraw' | 'cancel'

/** What one person's leave was told, and told. `version`: of the person's stream. */
export type Told =
  | { readonly type: 'requested'; readonly request: string; readonly version: number }
  | { readonly type: 'decided'; readonly request: string; readonly verb: Verb; readonly version: number }
  | { readonly type: 'shown'; readonly requests: Requests; readonly version: number }

export type Requests = Readonly<Record<string, Status>>
type State = { readonly requests: Requests; readonly version: number }

const after: Readonly<Record<Verb, Status>> = {
  approve: 'approved',
  decline: 'declined',
  withdraw: 'withdrawn',
  cancel: 'cancelled',
}
const before = (verb: Verb): Status => (verb === 'cancel' ? 'approved' : 'pending')

/** All leave of one person, as one thing after the other: each command a newer version, each reading all that went before. */
export const oneAfterTheOther: Sequential<State, Told> = {
  initial: { requests: {}, version: 0 },
  keyOf: ({ requests, version }) =>
    `${version} ${Object.entries(requests)
      .map(([id, status]) => `${id}${status}`)
      .sort()}`,
  after: ({ requests, version }, told) => {
    switch (told.type) {
      case 'requested':
        if (told.request in requests || told.version <= version) return undefined
        return { requests: { ...requests, [told.request]: 'pending' }, version: told.version }
      case 'decided':
        if (requests[told.request] !== before(told.verb) || told.version <= version) return undefined
        return { requests: { ...requests, [told.request]: after[told.verb] }, version: told.version }
      case 'shown': {
        const same = Object.keys(requests).length === Object.keys(told.requests).length
        const equal = same && Object.entries(requests).every(([id, status]) => told.requests[id] === status)
        return equal && told.version >= version ? { requests, version: told.version } : undefined
      }
      default:
        return unreachable(told)
    }
  },
}
