import { err, ok, type Result } from '@awayday/kernel'
import { BODY_BYTES_MAX, type EdgeRefusal } from '../problems.ts'
import { survey } from './survey.ts'

/** Holds a value that somebody else has parsed to the limits of our own bodies; answers it as JSON text. */
export const checkJson = (value: unknown, bytesMax = BODY_BYTES_MAX): Result<string, EdgeRefusal> => {
  const { refusal } = survey(value, false) // first: what is nested too deep cannot be printed
  if (refusal) return err(refusal)
  const text = JSON.stringify(value)
  return Buffer.byteLength(text) > bytesMax ? err({ type: 'BodyTooLarge', bytesMax }) : ok(text)
}
