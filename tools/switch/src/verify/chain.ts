import { hash } from 'node:crypto'
import { eventKey } from './canonical.ts'

/** Where a stream ends in a store, and which store its last seal names; none: nobody has sealed it. */
export type End = { readonly version: number; readonly digest: string; readonly owner: string | undefined }

export const START: End = { version: 0, digest: '', owner: undefined }

/** A record that does not follow the one before it: a version is missing, its `prev` is another's digest, or it cannot be read. */
export type Flaw = 'gap' | 'chain' | 'unreadable'

/** The next record of a stream: each says the SHA-256 of the body before it, so a stream is a witness for itself. */
export const follow = (
  end: End,
  version: number,
  body: string,
): { readonly end: End; readonly flaw: Flaw | undefined } => {
  const said = readingOf(body)
  const next = { version, digest: chainDigest(body), owner: (body.includes(SEAL) && said?.seal) || end.owner }
  if (version !== end.version + 1) return { end: next, flaw: 'gap' }
  if (!said) return { end: next, flaw: 'unreadable' }
  return { end: next, flaw: said.prev === (end.version === 0 ? null : end.digest) ? undefined : 'chain' }
}

/** SHA-256 over the stored bytes, base64url: what the next record's `prev` must be. */
export const chainDigest = (body: string): string => hash('sha256', body, 'base64url')

/** A record between its neighbours in one store. */
export type Around = {
  readonly before: string | undefined
  readonly body: string | undefined
  readonly after: string | undefined
}

/** Whether a record follows the one before it, and the one after it, if there is one, follows it. */
export const holds = ({ before, body, after }: Around, version: number): boolean => {
  const said = body === undefined ? undefined : readingOf(body)
  if (body === undefined || !said) return false
  if (version === 1 ? said.prev !== null : before === undefined || said.prev !== chainDigest(before)) return false
  return after === undefined || readingOf(after)?.prev === chainDigest(body)
}

/** Whether two readable records of one version are two commands', and not one of which a byte was changed. */
export const areTwoCommands = (one: string, other: string): boolean => {
  const [a, b] = [readingOf(one)?.command, readingOf(other)?.command]
  return a !== undefined && b !== undefined && a !== b && one.replace(a, b) !== other
}

/** The keys of a record and its neighbours. */
export const keysAround = (stream: string, version: number): readonly [string, string, string] => [
  eventKey(stream, version - 1),
  eventKey(stream, version),
  eventKey(stream, version + 1),
]

type Reading = { readonly prev: unknown; readonly command: string | undefined; readonly seal: string | undefined }

const readingOf = (body: string): Reading | undefined => {
  try {
    const { prev, command, events } = JSON.parse(body) as Partial<Body>
    return { prev, command: command?.id, seal: events?.findLast(({ type }) => type === 'Sealed')?.data?.to }
  } catch {
    return undefined
  }
}
type Body = {
  readonly prev: string | null
  readonly command: { readonly id: string }
  readonly events: readonly { readonly type: string; readonly data?: { readonly to?: string } }[]
}

const SEAL = '"Sealed"'
