import type { Requests, Verb } from '../history/leave-history.ts'
import type { Answered } from './insist.ts'

/** Something that somebody asked the product for, and what they were told. Times by `performance.now()`. */
export type Call = Pick<Answered, 'calledMs' | 'returnedMs' | 'tries' | 'status'> & {
  readonly by: string
  readonly said: Said
  /** Of a refusal, or where nobody answered. */
  readonly problem?: string
}

export type Said =
  | { readonly type: 'requested'; readonly key: string; readonly request: string; readonly version: number }
  | {
      readonly type: 'decided'
      readonly key: string
      /** Whose leave. */
      readonly person: string
      readonly request: string
      readonly verb: Verb
      readonly version: number
    }
  | {
      readonly type: 'added'
      readonly key: string
      readonly person: string
      readonly name: string
      readonly version: number
    }
  | { readonly type: 'signed in anew' }
  | { readonly type: 'shown'; readonly requests: Requests; readonly version: number }
  | { readonly type: 'read'; readonly what: 'balances' | 'waiting' | 'calendar' | 'people' }

export const isCommand = ({ said }: Call): boolean => said.type !== 'shown' && said.type !== 'read'
