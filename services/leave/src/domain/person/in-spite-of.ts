import { err, ok, type Result } from '@awayday/kernel'
import { allowedWith, type Broken } from '../rules/broken.ts'
import type { CommandOf } from './commands.ts'
import type { Context } from './context.ts'
import type { Event } from './events.ts'
import type { NotRequestable } from './rejections.ts'
import { rulesBroken } from './requesting.ts'
import type { Asked, State } from './state.ts'
import { namesOf } from './who-may.ts'

/**
 * Others may have taken the same days, and rules may have come, since a request was asked for. Whoever approves it says in spite of which rules; of
 * one that they do not name they hear first.
 */
export const inSpiteOf = (
  { request, inSpiteOf: known, by, on }: CommandOf<'Approve'>,
  asked: Asked,
  state: State,
  context: Context,
): Result<readonly Event[], Extract<NotRequestable, { readonly type: 'BreaksRules' }>> => {
  const broken = brokenByNow(asked, state, context)
  const unknown = broken.filter(({ rule }) => !known.includes(rule))
  if (unknown.length > 0) return err({ type: 'BreaksRules', broken: unknown })
  const rules = broken.map(({ rule }) => rule)
  return ok(rules.length > 0 ? [{ type: 'RulesOverridden', request, rules, by, on }] : [])
}

/** What nobody has set aside: no exception was asked for, nobody approved it in spite of it, and whoever asked may not pass over it. */
const brokenByNow = (asked: Asked, state: State, context: Context): readonly Broken[] => {
  const aside = [...asked.exceptions, ...asked.overridden]
  const broken = rulesBrokenBy(asked, state, context).filter(({ rule }) => !aside.includes(rule))
  return allowedWith(broken, namesOf(state, wishNow(asked)))
}

/**
 * All rules that a request, or what it is to become, breaks by now. Overlap with own leave was looked at when it was asked for, and sickness may lie
 * over it since.
 */
export const rulesBrokenBy = (asked: Asked, state: State, context: Context): readonly Broken[] => {
  const wish = wishNow(asked)
  return rulesBroken(wish, wish.charges, state, context).filter(({ kind }) => kind !== 'overlap')
}

const wishNow = (asked: Asked) => ({ ...asked, ...asked.proposal, as: [] })
