import { isUtf8 } from 'node:buffer'
import { err, ok, type Result } from '@awayday/kernel'
import { BODY_BYTES_MAX, type EdgeRefusal } from '../problems.ts'
import type { HttpEvent } from './http-event.ts'

/** The body as text, if it is one that JSON may be in: declared as such, small enough, and UTF-8. */
export const bodyText = ({ body = '', isBase64Encoded, headers }: HttpEvent): Result<string, EdgeRefusal> => {
  if (!isJson(headers['content-type'])) return err({ type: 'UnsupportedMediaType' })
  if (isBase64Encoded) return decodedText(body)
  return isTooLarge(body) ? tooLarge : ok(body)
}

const isJson = (type: string | undefined): boolean =>
  type === 'application/json' || (type !== undefined && JSON_TYPE.test(type))

/** RFC 8259 knows no charset, but clients send one. */
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?;?$/i

/** A UTF-16 unit becomes one to three bytes of UTF-8, so most bodies need not be counted. */
const isTooLarge = (body: string): boolean =>
  body.length > BODY_BYTES_MAX || (body.length * 3 > BODY_BYTES_MAX && Buffer.byteLength(body) > BODY_BYTES_MAX)

const decodedText = (body: string): Result<string, EdgeRefusal> => {
  if (body.length > (BODY_BYTES_MAX * 4) / 3 + 4) return tooLarge // before decoding
  const bytes = Buffer.from(body, 'base64')
  if (bytes.length > BODY_BYTES_MAX) return tooLarge
  return isUtf8(bytes) ? ok(bytes.toString()) : err({ type: 'MalformedJson' })
}

const tooLarge = err({ type: 'BodyTooLarge', bytesMax: BODY_BYTES_MAX } as const)
