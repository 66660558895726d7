import { Broken, NotSignedIn, Unreachable } from './trouble.ts'

/** An HTTP answer as far as we look at it. */
export type HttpAnswer = { readonly status: number; readonly body: string }

/** The JSON of a good answer. Throws the trouble that any other one means. */
export const readAnswer = ({ status, body }: HttpAnswer): unknown => {
  if (status === 401) throw new NotSignedIn()
  if (status === 429 || status === 502 || status === 503 || status === 504) throw new Unreachable(`answered ${status}`)
  if (status < 200 || status > 299) throw new Broken(titleIn(body) ?? `answered ${status}`)
  return body === '' ? undefined : parsed(body)
}

/** The data of a GraphQL answer. Partial data is not worked with: our mutations tell refusals in their payloads. */
export const readGraphQL = (answer: unknown): unknown => {
  const { data, errors } = record(answer)
  if (Array.isArray(errors) && errors.length > 0) {
    const [first] = errors.map(record)
    if (record(first?.['extensions'])['code'] === 'UNAUTHENTICATED') throw new NotSignedIn()
    throw new Broken(String(first?.['message'] ?? 'the API reported an error'))
  }
  if (data === undefined || data === null) throw new Broken('an answer without data')
  return data
}

/** RFC 9457: the title says to people what happened. */
const titleIn = (body: string): string | undefined => {
  try {
    const { title } = record(JSON.parse(body))
    return typeof title === 'string' ? title : undefined
  } catch {
    return undefined
  }
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new Broken('an answer that is not JSON', { cause })
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
