import { type Amount, amountText } from '@awayday/kernel'
import { amountOf, amountsOf } from '#domain/person/amount-of.ts'
import type { Charge } from '#domain/time/charged.ts'

export type AmountShown = Amount & { readonly text: string }

export const amountShown = (amount: Amount): AmountShown => ({ ...amount, text: amountText(amount) })

/** What a leave costs, in the unit of its last day; where policies of two units meet within it, `text` says both. */
export const costShown = (charges: readonly Charge[]): AmountShown => {
  const [amount, all] = [amountOf(charges), amountsOf(charges)]
  return { ...amount, text: all.length > 1 ? all.map(amountText).join(' + ') : amountText(amount) }
}
