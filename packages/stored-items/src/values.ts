import type { Instant } from '@awayday/kernel'

/** The parts of a value. Texts within it (`data`, `moved`, `body`, `doc`) stand in it as they are stored. */
export type RecordParts = { readonly rev: number; readonly data?: string; readonly moved?: string }
export type RegistryParts = { readonly digest: string; readonly stream: string; readonly expires: Instant }
/** `body` is the stored text `{"done":{…},…}`, whose members follow the rev. */
export type ProgressParts = { readonly rev: number; readonly body: string }
export type ViewParts = { readonly version: number; readonly doc?: string; readonly purgeAt?: Instant }

export const recordValue = ({ rev, data, moved }: RecordParts): string =>
  `{"rev":${rev}${member('data', data)}${member('moved', moved)}}`

/** A tail that looks like `moved` is it: as a part of `data` it would end with one brace more. */
export const recordParts = (value: string): RecordParts => {
  const [, rev, data, moved] = matched(
    /^\{"rev":(\d+)(?:,"data":(\{.*?\}))?(?:,"moved":(\{"epoch":\d+,"to":"[a-z]+"\}))?\}$/s,
    value,
  )
  return { rev: Number(rev), ...(data ? { data } : {}), ...(moved ? { moved } : {}) }
}

export const registryValue = ({ digest, stream, expires }: RegistryParts): string =>
  JSON.stringify({ digest, stream, expires })

export const registryParts = (value: string): RegistryParts => {
  const [, digest = '', stream = '', expires = ''] = matched(
    /^\{"digest":("[^"\\]*"),"stream":("[^"\\]*"),"expires":("[^"\\]*")\}$/,
    value,
  )
  return { digest: unquoted(digest), stream: unquoted(stream), expires: unquoted(expires) as Instant }
}

export const progressValue = ({ rev, body }: ProgressParts): string =>
  body === '{}' ? `{"rev":${rev}}` : `{"rev":${rev},${body.slice(1)}`

export const progressParts = (value: string): ProgressParts => {
  const [, rev, body = ''] = matched(/^\{"rev":(\d+)(?:,(.*))?\}$/s, value)
  return { rev: Number(rev), body: `{${body}}` }
}

export const viewValue = ({ version, doc, purgeAt }: ViewParts): string =>
  `{"version":${version}${member('doc', doc)}${member('purgeAt', purgeAt && JSON.stringify(purgeAt))}}`

export const viewParts = (value: string): ViewParts => {
  const [, version, doc, purgeAt] = matched(
    /^\{"version":(\d+)(?:,"doc":(\{.*?\}))?(?:,"purgeAt":("[^"\\]*"))?\}$/s,
    value,
  )
  return {
    version: Number(version),
    ...(doc ? { doc } : {}),
    ...(purgeAt ? { purgeAt: unquoted(purgeAt) as Instant } : {}),
  }
}

const member = (name: string, text: string | undefined): string => (text === undefined ? '' : `,"${name}":${text}`)
const unquoted = (text: string): string => text.slice(1, -1)

const matched = (form: RegExp, value: string): readonly (string | undefined)[] => {
  const found = form.exec(value)
  if (!found) throw new TypeError(`not a stored value: ${value.slice(0, 20)}…`) // what follows may be personal
  return found
}
