/** The kind of plain record that keeps what comparing reads found; of no tenant's own, so no move, verification or backup takes it along. */
export const LEDGER_KIND = 'shadow'

/** Items or a side as if they kept no such ledger. */
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

export type Shadowed = { readonly asked: number; readonly different: number }
