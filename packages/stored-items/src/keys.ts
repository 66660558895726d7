import { parseStreamName, type StreamName } from '@awayday/event-sourcing'

/** `person/ana#0000000001`: `#` sorts before every character of a name, so text order is the order of streams and versions. */
export const eventKey = (name: string, version: number): string => `${name}#${String(version).padStart(10, '0')}`

export const eventPlace = (key: string): { readonly name: StreamName; readonly version: number } => {
  const [, text = '', digits] = /^(.+)#(\d{10})$/.exec(key) ?? []
  const name = parseStreamName(text)
  const version = Number(digits)
  if (!name || !(version >= 1)) throw notAKey('events', key)
  return { name, version }
}

export const streamPlace = (key: string): StreamName => parseStreamName(key) ?? thrown(notAKey('progress', key))

export const recordPlace = (key: string): { readonly kind: string; readonly id: string } => {
  const [, kind, id] = /^([a-z]+)#([A-Za-z0-9\-._:]{1,100})$/.exec(key) ?? []
  if (!kind || !id) throw notAKey('records', key)
  return { kind, id }
}

/** Of registry rows (SHA-256, base64url) and of views' rows. */
export const idPlace = (key: string): string => {
  if (!/^[A-Za-z0-9\-./:_]{1,300}$/.test(key)) throw notAKey('registry or view', key)
  return key
}

const notAKey = (collection: string, key: string): Error => new TypeError(`not a key of ${collection}: ${key}`)

const thrown = (trouble: Error): never => {
  throw trouble
}
