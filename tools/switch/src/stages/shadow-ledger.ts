import type { Side } from '../verify/side.ts'

/** The kind of plain record that keeps what comparing reads found; of no tenant's own, so no move, verification or backup takes it along. */
export const LEDGER_KIND = 'shadow'

export const isLedger = (key: string): boolean => key.startsWith(`${LEDGER_KIND}#`)

/** A side as if it kept no such ledger. */
export const withoutLedger = (side: Side): Side => ({
  ...side,
  async *pages(tenant, collection) {
    for await (const page of side.pages(tenant, collection)) yield page.filter(({ key }) => !isLedger(key))
  },
})

export type Shadowed = { readonly asked: number; readonly different: number }
