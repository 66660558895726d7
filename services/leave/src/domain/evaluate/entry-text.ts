import { unreachable } from '@awayday/kernel'
import type { Entry, LotFigures } from '../ledger/figures.ts'
import type { Lot } from '../ledger/lot.ts'
import type { Answer } from './answer.ts'

type Show = (n: number) => string

/** A plus or minus with what stands behind it, in words too. */
export const entryJson = (entry: Entry, show: Show): Answer => {
  const { on, kind, n, balance, lot, last, leave, withheld, fact } = entry
  return {
    on,
    kind,
    amount: show(n),
    balance: show(balance),
    ...(lot ? { lot: { source: lot.source, from: lot.from, until: lot.until } } : {}),
    ...(last === null || last === on ? {} : { last }),
    ...(leave === null ? {} : { leave }),
    ...(withheld === 0 ? {} : { withheld: show(withheld) }),
    fact,
    text: sentence(entry, show),
  }
}

export const lotJson = ({ source, from, until, n, carries, fact }: Lot, show: Show): Answer => ({
  source,
  from,
  until,
  amount: show(n),
  carries,
  fact,
})

export const lotFiguresJson = ({ lot, ...figures }: LotFigures, show: Show): Answer => ({
  ...lotJson(lot, show),
  ...Object.fromEntries(Object.entries(figures).map(([figure, n]) => [figure, show(n)])),
})

export const sentence = ({ on, kind, n, lot, last, leave, withheld }: Entry, show: Show): string => {
  const usable = lot ? `usable from ${lot.from}${lot.until === null ? ' on' : ` to ${lot.until}`}` : ''
  const days = last === null || last === on ? `on ${on}` : `from ${on} to ${last}`
  switch (kind) {
    case 'grant':
      return `${show(n)} ${lot?.source === 'holidays' ? 'for public holidays' : 'granted by the plan'}, ${usable}`
    case 'credit':
      return `${show(n)} ${lot ? CREDITS[lot.source] : 'by hand'}${n > 0 ? `, ${usable}` : ''}`
    case 'carriedIn':
      return n < 0 ? `${show(-n)} of debt carried over` : `${show(n)} carried over, ${usable}`
    case 'carriedOut':
      return `${show(-n)} goes over into the next year`
    case 'charge':
      return `${show(-n)} of leave "${leave}" ${days}, from what is ${usable}`
    case 'overdraft':
      return `${show(-n)} of leave "${leave}" ${days} that nothing covers`
    case 'booked':
      return `${show(-n)} booked by leave "${leave}" ${days}`
    case 'pending':
      return `${show(-n)} asked for by leave "${leave}" ${days}`
    case 'expiry':
      return `${show(-n)} not used${lot?.until ? ` by ${lot.until}` : ''}`
    case 'cut':
      return `${show(-n)} above a lower cap`
    case 'withheld':
      return `${show(withheld)} withheld by a cap`
    case 'payOut':
      return `${show(-n)} paid out`
    case 'debtDropped':
      return `${show(n)} of debt dropped`
    default:
      return unreachable(kind)
  }
}

const CREDITS: Readonly<Record<Lot['source'], string>> = {
  plan: 'granted by the plan',
  holidays: 'for public holidays',
  carried: 'carried over',
  manual: 'granted by hand',
  opening: 'as opening balance',
  correction: 'by correction',
  toil: 'for extra work',
  bought: 'bought',
  debt: 'of debt',
}
