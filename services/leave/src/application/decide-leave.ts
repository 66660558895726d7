import { ok, type PersonId } from '@awayday/kernel'
import type { World } from '#ports/world.ts'
import { type Commanded, doingOf } from './asked.ts'
import { decide, writeNote } from './decide.ts'

/** Which request of whom. */
export type Which = { readonly person: PersonId; readonly request: string }
export type Decision = Which & { readonly answer: string | null }

const decideWith =
  (type: 'Approve' | 'Decline' | 'ApproveCancel' | 'DeclineCancel') =>
  (world: World) =>
  async ({ actor, meta, input: { person, request, answer } }: Commanded<Decision>) => {
    const note = await writeNote(world, meta, person, answer)
    const done = await decide(world)(person, meta, (on) => ({ type, request, ...doingOf(actor, on), note }))
    return done.ok ? ok({ request, ...done.value }) : done
  }

const takeBackWith =
  (type: 'Withdraw' | 'Cancel' | 'KeepLeave') =>
  (world: World) =>
  async ({ actor, meta, input: { person, request } }: Commanded<Which>) => {
    const done = await decide(world)(person, meta, (on) =>
      type === 'Cancel'
        ? { type, request, ...doingOf(actor, on), note: null }
        : { type, request, ...doingOf(actor, on) },
    )
    return done.ok ? ok({ request, ...done.value }) : done
  }

export const approveLeave = decideWith('Approve')
export const declineLeave = decideWith('Decline')
/** About the wish to cancel leave that is approved. */
export const approveCancellation = decideWith('ApproveCancel')
export const declineCancellation = decideWith('DeclineCancel')
export const withdrawLeave = takeBackWith('Withdraw')
export const cancelLeave = takeBackWith('Cancel')
/** Takes back the wish to cancel. */
export const keepLeave = takeBackWith('KeepLeave')

/** By the colleague who is to take the work over. */
export const answerCover =
  (world: World) =>
  async ({ actor, meta, input: { person, request, agrees } }: Commanded<Which & { readonly agrees: boolean }>) => {
    const done = await decide(world)(person, meta, (on) => ({
      type: 'AnswerCover',
      request,
      agrees,
      ...doingOf(actor, on),
    }))
    return done.ok ? ok({ request, ...done.value }) : done
  }
