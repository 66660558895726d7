import type { World } from '#ports/world.ts'
import type { Commanded } from './asked.ts'
import { orderAbout, type Which } from './order.ts'

export type Decision = Which & { readonly answer: string | null }

const decideWith =
  (type: 'Decline' | 'ApproveCancel' | 'DeclineCancel') => (world: World) => (call: Commanded<Decision>) =>
    orderAbout(world, call, call.input.answer, (about, note) => ({ type, ...about, note }))

const takeBackWith = (type: 'Withdraw' | 'Cancel' | 'KeepLeave') => (world: World) => (call: Commanded<Which>) =>
  orderAbout(world, call, null, (about) => (type === 'Cancel' ? { type, ...about, note: null } : { type, ...about }))

/** `inSpiteOf`: rules that whoever approves knows it to break. */
export const approveLeave = (world: World) => (call: Commanded<Decision & { readonly inSpiteOf: readonly string[] }>) =>
  orderAbout(world, call, call.input.answer, (about, note) => ({
    type: 'Approve',
    ...about,
    inSpiteOf: call.input.inSpiteOf,
    note,
  }))
export const declineLeave = decideWith('Decline')
/** About the wish to cancel leave that is approved. */
export const approveCancellation = decideWith('ApproveCancel')
export const declineCancellation = decideWith('DeclineCancel')
export const withdrawLeave = takeBackWith('Withdraw')
export const cancelLeave = takeBackWith('Cancel')
/** Takes back the wish to cancel. */
export const keepLeave = takeBackWith('KeepLeave')

/** By the colleague who is to take the work over. */
export const answerCover = (world: World) => (call: Commanded<Which & { readonly agrees: boolean }>) =>
  orderAbout(world, call, null, (about) => ({ type: 'AnswerCover', ...about, agrees: call.input.agrees }))
