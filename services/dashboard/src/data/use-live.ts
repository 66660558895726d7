import { useEffect } from 'react'
import { backoffMs } from '#api/backoff.ts'
import { leaveChanged } from '#api/documents.ts'
import { type LiveState, stayLive, type Watch } from '#api/live.ts'
import { NotSignedIn, SomebodyElse } from '#api/trouble.ts'
import { chance, pause } from '#platform/browser.ts'
import { cell } from '#platform/cell.ts'
import { listen, met } from './backend.ts'
import { anythingChanged, leaveOfOthersChanged, ownLeaveChanged, viewer } from './changes.ts'

export const liveState = cell<LiveState>('connecting')

/** Keeps what the page shows up to date for as long as it is shown. */
export const useLive = (): void =>
  useEffect(() => {
    const stop = new AbortController()
    stayLive(
      { open: (signal) => listen(leaveChanged, signal), rest, watch, isFinal },
      { onState: liveState.set, onOpen: anythingChanged, onNext: changed },
      stop.signal,
    ).catch(met)
    return () => stop.abort()
  }, [])

const changed = (answer: unknown): void => {
  const { data } = answer as { data?: { leaveChanged?: { person: string; version: number } | null } | null }
  const change = data?.leaveChanged
  if (!change) return
  void (change.person === viewer() ? ownLeaveChanged(change.version) : leaveOfOthersChanged())
}

const isFinal = (trouble: unknown): boolean => trouble instanceof NotSignedIn || trouble instanceof SomebodyElse

/** The network's return ends the rest. */
const rest = async (failures: number, stop: AbortSignal): Promise<void> => {
  const back = new AbortController()
  const wake = () => back.abort()
  window.addEventListener('online', wake)
  await pause(backoffMs(failures, chance()), AbortSignal.any([stop, back.signal]))
  window.removeEventListener('online', wake)
}

/** Until the server says how long it may be silent. */
const SILENCE_MAX_MS = 40_000

const watch = (): Watch => {
  const silent = new AbortController()
  let allowedMs = SILENCE_MAX_MS
  let timer = setTimeout(() => silent.abort(), allowedMs)
  return {
    signal: silent.signal,
    heard: (silenceMs = allowedMs) => {
      clearTimeout(timer)
      allowedMs = silenceMs
      timer = setTimeout(() => silent.abort(), allowedMs)
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  }
}
