/** `serve-bare.ts <port>`: the same answer from `node:http`, the floor of any host. */
import { createServer } from 'node:http'

createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"pong":true}')
}).listen(Number(process.argv[2]), '127.0.0.1')
