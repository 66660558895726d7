import { Unreachable } from './trouble.ts'

/** `fetch`, with one meaning for every way in which no answer comes. An abort by the caller stays an abort. */
export const send = async (path: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(path, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Unreachable('no answer', { cause })
  }
}

/** The whole body; a connection that breaks in the middle of it is no answer either. */
export const bodyOf = async (response: Response): Promise<string> => {
  try {
    return await response.text()
  } catch (cause) {
    throw new Unreachable('half an answer', { cause })
  }
}

export const json = (value: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})
