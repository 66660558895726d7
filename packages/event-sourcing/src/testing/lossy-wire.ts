import { connect, createServer, type Socket } from 'node:net'

/**
 * A wire to a server that carries every request. Of the answers to requests that hold `mark`, it loses every seventh, together
 * with the connection: the server has done its work, and the client will never know.
 */
export const lossyWire = async (host: string, port: number, mark: string) => {
  const [open, losses] = [new Set<Socket>(), { marked: 0, lost: 0 }]

  const server = createServer((client) => {
    const upstream = connect(port, host)
    let loseNext = false
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', (request) => {
      if (request.includes(mark) && ++losses.marked % 7 === 0) loseNext = true
      upstream.write(request)
    })
    upstream.on('data', (answer) => {
      if (!loseNext) return client.write(answer)
      losses.lost++
      return client.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('not listening')

  return {
    port: address.port,
    lost: () => losses.lost,
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
