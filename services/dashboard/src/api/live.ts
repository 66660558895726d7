import type { Heard } from './realtime.ts'

/** Whether what others do shows by itself at this moment. */
export type LiveState = 'connecting' | 'open' | 'waiting'

type World = {
  /** Opens the channel; ends or throws when it breaks. */
  readonly open: (signal: AbortSignal) => AsyncIterable<Heard>
  /** Waits after the n-th failure in a row. May end early, as when the network is back. */
  readonly rest: (failures: number, stop: AbortSignal) => Promise<void>
  /** A line may be dead without anybody having hung up: fires when nothing was heard for too long. */
  readonly watch: () => Watch
  /** Trouble that another try does not mend: the session has ended. */
  readonly isFinal: (trouble: unknown) => boolean
}
export type Watch = Disposable & {
  readonly signal: AbortSignal
  /** `silenceMs`: how long it may be silent from now on. */
  readonly heard: (silenceMs?: number) => void
}

type Listener = {
  readonly onState: (state: LiveState) => void
  /** Open, perhaps after a time in which something was missed. */
  readonly onOpen: () => void
  readonly onNext: (answer: unknown) => void
}

/** Keeps the live channel open until `stop`. Throws final trouble. */
export const stayLive = async (
  { open, rest, watch, isFinal }: World,
  { onState, onOpen, onNext }: Listener,
  stop: AbortSignal,
): Promise<void> => {
  let failures = 0
  while (!stop.aborted) {
    using silence = watch()
    try {
      for await (const heard of open(AbortSignal.any([stop, silence.signal]))) {
        silence.heard(heard.type === 'open' ? heard.silenceMs : undefined)
        if (heard.type === 'open') {
          failures = 0
          onState('open')
          onOpen()
        } else if (heard.type === 'next') onNext(heard.answer)
      }
    } catch (trouble) {
      if (isFinal(trouble)) throw trouble // all other trouble ends like a line that was cut: there is another try
    }
    if (stop.aborted) return
    failures += 1
    onState('waiting')
    await rest(failures, stop)
    onState('connecting')
  }
}
