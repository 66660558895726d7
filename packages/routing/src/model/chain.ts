/** A store, by number; a store's name in a trace is a letter. */
export type Store = number
const NAMES = 'HTU'

/**
 * What a store holds of the stream, one character a version: a letter is a command's record, a blank is a version that
 * is not there, and a seal is a character that says who made it, its epoch and where it leads. So two records are the
 * same bytes if they are the same character.
 */
export type Chain = string
export const HOLE = ' '

const SEALS = 0x4000
export type Seal = { readonly epoch: number; readonly to: Store }
export const seal = (epoch: number, to: Store, maker: number): string =>
  String.fromCharCode(SEALS + maker * 0x100 + epoch * 0x10 + to)

const sealIn = (record: number): Seal | undefined =>
  record < SEALS ? undefined : { epoch: (record >> 4) & 0xf, to: record & 0xf }

export const lastSeal = (chain: Chain): Seal | undefined => {
  for (let n = chain.length - 1; n >= 0; n--) {
    const found = sealIn(chain.charCodeAt(n))
    if (found) return found
  }
  return undefined
}

/** Which store the next record belongs in, as whoever reads this chain in `store` believes. */
export const ownerOf = (chain: Chain, store: Store): Store => lastSeal(chain)?.to ?? store

/** A seal and nothing else: a store that holds only this has no record of the stream. */
export const isLoneSeal = (chain: Chain): boolean => chain.length === 1 && chain.charCodeAt(0) >= SEALS

export const isWhole = (chain: Chain): boolean => !chain.includes(HOLE)

export const recordAt = (chain: Chain, place: number): string => chain[place] ?? HOLE

/** The chain with this record at this place, whatever was there. */
export const withRecord = (chain: Chain, place: number, record: string): Chain =>
  (chain.padEnd(place, HOLE).slice(0, place) + record + chain.slice(place + 1)).trimEnd()

/** The first place at which `from` has what `to` lacks, if all below is the same in both. */
export const firstLacking = (from: Chain, to: Chain): number | undefined => {
  for (let place = 0; place < from.length; place++) {
    const record = recordAt(from, place)
    if (record === HOLE) return undefined
    if (recordAt(to, place) === HOLE) return place
    if (recordAt(to, place) !== record) return undefined
  }
  return undefined
}

export const nameOf = (store: Store): string => NAMES[store] ?? '-'

/** For traces. */
export const readable = (chain: Chain): string =>
  [...chain]
    .map((record) => {
      const sealed = sealIn(record.charCodeAt(0))
      return sealed ? `<${sealed.epoch}${nameOf(sealed.to)}>` : record === HOLE ? '_' : record
    })
    .join('')
