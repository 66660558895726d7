import { nameOf, type Store } from './chain.ts'

/** A tenant's row in one store's own table. In its home it is the authority; elsewhere it points at home. */
export type Route = {
  readonly home: Store
  readonly epoch: number
  /** Where every stream goes, while a move or a rollback is announced. */
  readonly to?: Store
  readonly finishing?: true
  /** Old data is being removed from another store: nothing is announced until it is over. */
  readonly deleting?: true
}

export const keyOf = ({ home, epoch, to, finishing, deleting }: Route): string =>
  `${nameOf(home)}${epoch}${to === undefined ? '-' : nameOf(to)}${finishing ? '!' : ''}${deleting ? '?' : ''}`

/** Epoch and stage only go on, so a row does not come back as it was: comparing it whole is comparing its `rev`. */
export const sameRow = (one: Route, other: Route | undefined): boolean =>
  other !== undefined && keyOf(one) === keyOf(other)

/** What a process learns that asks `store` first and goes where its row points. */
export const learntFrom = (rows: readonly Route[], store: Store): Route => {
  let row = rows[store]
  for (let hops = 0; row && row.home !== store && hops < rows.length; hops++) {
    store = row.home
    row = rows[store]
  }
  if (row?.home !== store) throw new Error('the rows of the stores point in a circle')
  return row
}

/** The row that decides. While a finish is between its two writes there are two, and the new home's is it. */
export const standing = (rows: readonly Route[]): Route => {
  const homes = rows.filter(({ home }, store) => home === store)
  const row = homes.find(({ to }) => to === undefined) ?? homes[0]
  if (!row) throw new Error('no store is home')
  return row
}
