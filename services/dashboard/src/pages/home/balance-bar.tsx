import type { CSSProperties } from 'react'
import type { Balance } from '#api/documents.ts'
import { shares } from '#model/shares.ts'

/** The figures as lengths. Decoration: every one of them is written beneath. */
export const BalanceBar = ({ balance }: { readonly balance: Balance }) => {
  const lengths = shares(
    balance.entitled.n,
    parts.map((part) => balance[part].n),
  )
  return (
    <div className="bar" aria-hidden="true">
      {parts.map((part, n) => (
        <div key={part} className={`bar-${part}`} style={{ '--share': `${lengths[n]}%` } as CSSProperties} />
      ))}
    </div>
  )
}

const parts = ['taken', 'booked', 'pending'] as const
