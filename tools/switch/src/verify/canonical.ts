import { unreachable } from '@awayday/kernel'
import type { Collection, Fields } from './side.ts'

/** One text per stored thing, the same from every store. What was stored as text is in it byte for byte. */
export const canonical = (collection: Collection, fields: Fields): string => {
  switch (collection) {
    case 'events':
      return fields['body'] ?? ''
    case 'records': {
      const members = ['rev', 'data', 'moved'].map((name) => fields[name] && `"${name}":${fields[name]}`)
      return `{${members.filter(Boolean).join(',')}}`
    }
    case 'registry':
      return JSON.stringify({ digest: fields['digest'], stream: fields['stream'], expires: fields['expires'] })
    default:
      return unreachable(collection)
  }
}

/** `person/ana#0000000001`: `#` sorts before every character of a name, so keys sort like streams and versions. */
export const eventKey = (stream: string, version: number): string => `${stream}#${String(version).padStart(10, '0')}`

export const placeOf = (key: string): { readonly stream: string; readonly version: number } => {
  const at = key.lastIndexOf('#')
  return { stream: key.slice(0, at), version: Number(key.slice(at + 1)) }
}
