/** `serve-host.ts <port> <data dir>`: the host with one function. */
import { startHost } from '@awayday/host'
import ping from './ping/service.ts'

const [port, dataDir = ''] = process.argv.slice(2)
await startHost({
  services: [ping],
  env: { AWAYDAY_DATA_DIR: dataDir, AWAYDAY_SECRET: 'a secret of a bench, 32 characters', AWAYDAY_LOG: 'off' },
  port: Number(port),
  demo: false,
})
