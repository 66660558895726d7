import type { Clock } from '@awayday/clock'

/** A command's voice: sentences for a person at a terminal, one JSON line a step elsewhere. */
export type Telling = {
  /** A collection of a tenant is through. */
  readonly step: (name: string, of: Step) => void
  /** The outcome: as sentences, or as fields. */
  readonly outcome: (sentences: readonly string[], fields: Readonly<Record<string, unknown>>) => void
}
type Step = {
  readonly service: string
  readonly tenant: string
  readonly collection: string
  readonly items: number
  readonly bytes: number
}

export const telling = (out: { readonly isTTY?: boolean; write(text: string): unknown }, clock: Clock): Telling => {
  let [items, bytes] = [0, 0]
  const line = (fields: Readonly<Record<string, unknown>>) =>
    out.write(`${JSON.stringify({ at: clock.now(), ...fields })}\n`)
  if (!out.isTTY)
    return {
      step: (step, of) => line({ step, ...of }),
      outcome: (_, fields) => line(fields),
    }
  return {
    step: (_, of) => {
      items += of.items
      bytes += of.bytes
      out.write(`\r\x1b[K${counted(items, 'item')}, ${sized(bytes)}; ${of.tenant}, ${of.service}`)
    },
    outcome: (sentences) => out.write(`\r\x1b[K${sentences.join('\n')}\n`),
  }
}

export const counted = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`
export const sized = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
export const lasted = (ms: number): string => `${(ms / 1e3).toFixed(1)} s`
