import { deepEqual } from 'node:assert/strict'
import type { HttpEvent, HttpResponse } from '@awayday/edge'
import { Bench } from 'tinybench'
import { interleave, type Rival } from '../interleave.ts'
import { table } from '../report.ts'
import { bareValibot, bareZod } from './bare.ts'
import { context, event } from './command.ts'
import { ours } from './ours.ts'
import { stockMiddy } from './stock-middy.ts'

/** Calls in one sample: what the sample itself costs disappears among them. */
const CALLS = 500
const ROUNDS = 15

/** The process's own time, in milliseconds: a machine that is busy with others takes none of it. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Microseconds of CPU per call of a handler: the median sample of some hundred. */
const perCall =
  (handler: (event: HttpEvent) => Promise<unknown>, sent: HttpEvent = event): Rival =>
  async () => {
    const bench = new Bench({ time: 100, warmup: false, now: cpuMs })
    bench.add('calls', async () => {
      for (let call = 0; call < CALLS; call++) await handler(sent)
    })
    const [task] = await bench.run()
    const result = task?.result
    if (result?.state !== 'completed') throw new Error('a rival failed', { cause: result })
    return (result.latency.p50 * 1000) / CALLS
  }

/** A fresh copy for each call: middy's parser writes the parsed body into its event. */
const middy = (sent: HttpEvent) => stockMiddy({ ...sent } as never, context as never)
const command = { ...event, rawPath: '/v1/leave/people/ana/commands' }

/** All answer the same, or what is compared is not the same work. */
const agree = async (): Promise<void> => {
  const bodies = [
    await bareValibot(event),
    await bareZod(event),
    await middy(event),
    await ours(event),
    await ours(command),
  ]
  for (const { statusCode, body } of bodies as HttpResponse[])
    deepEqual({ statusCode, body }, { statusCode: 201, body: bodies[0]?.body })
}

/** A call through the edge, from a gateway's event to its response. */
export const benchEdge = async (): Promise<string> => {
  await agree()
  const medians = await interleave(
    {
      valibot: perCall(bareValibot),
      zod: perCall(bareZod),
      ours: perCall((sent) => ours(sent, context)),
      middy: perCall(middy),
      command: perCall((sent) => ours(sent, context), command),
    },
    ROUNDS,
  )
  return table({
    title: 'A handler’s call: parse, validate, route, answer',
    unit: 'us',
    decimals: 2,
    floor: { what: 'a bare function with zod', figure: medians.zod },
    lines: [
      { what: 'a bare function with valibot', figure: medians.valibot },
      { what: 'ours', figure: medians.ours, target: { atMost: 2.5 } },
      { what: 'middy: its router, parser, error handler, timer', figure: medians.middy },
      { what: 'ours, a command: key, HMAC of the request, instant', figure: medians.command },
    ],
  })
}
