import { LEDGER_KIND } from '@awayday/routing'

/** Items, or a side, as if they kept no ledgers of comparing reads: these are of no tenant's own, and no move takes them along. */
export const withoutLedger = <Paged extends { readonly pages: Pages }>(all: Paged): Paged => ({
  ...all,
  pages: (...asked: Parameters<Paged['pages']>) => withoutThem(all.pages(...asked)),
})

type Pages = (...asked: never[]) => AsyncIterable<readonly { readonly key: string }[]>

async function* withoutThem(pages: AsyncIterable<readonly { readonly key: string }[]>) {
  for await (const page of pages) {
    const others = page.filter(({ key }) => !key.startsWith(`${LEDGER_KIND}#`))
    if (others.length > 0) yield others
  }
}
