import { type Amount, amountText } from '@awayday/kernel'

export type AmountShown = Amount & { readonly text: string }

export const amountShown = (amount: Amount): AmountShown => ({ ...amount, text: amountText(amount) })
