/** One event of a `text/event-stream`, as the HTML standard has it. */
export type StreamEvent = { readonly event: string; readonly data: string }

/**
 * Reads the events out of a stream of bytes, however it is cut into chunks. Comments (a server's sign of life) come as
 * events named `comment`. What is unfinished when the stream ends is dropped, as the standard says.
 */
export async function* eventsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder()
  let rest = ''
  let fields: Record<string, string> = {}
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.map((text) => (text.endsWith('\r') ? text.slice(0, -1) : text))) {
      if (line === '') {
        if (fields['data'] !== undefined) yield { event: fields['event'] ?? 'message', data: fields['data'] }
        fields = {}
      } else if (line.startsWith(':')) {
        yield { event: 'comment', data: line.slice(1).trimStart() }
      } else {
        const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? []
        fields[name] = name === 'data' && fields['data'] !== undefined ? `${fields['data']}\n${value}` : value
      }
    }
  }
}
