import type { HttpEvent, HttpResponse } from '@awayday/edge'
import { safeParse } from 'valibot'
import { answerOf, created, refused, valibotSchema, zodSchema } from './command.ts'

/** The floor: a function that knows its one route, trusts its gateway, and checks nothing but the body's shape. */
export const bareValibot = async ({ rawPath, body = '' }: HttpEvent): Promise<HttpResponse> => {
  const { success, output } = safeParse(valibotSchema, JSON.parse(body))
  if (!success || output.last < output.first) return refused()
  return created(answerOf(rawPath.split('/')[4] ?? '', output))
}

export const bareZod = async ({ rawPath, body = '' }: HttpEvent): Promise<HttpResponse> => {
  const { success, data } = zodSchema.safeParse(JSON.parse(body))
  if (!success || data.last < data.first) return refused()
  return created(answerOf(rawPath.split('/')[4] ?? '', data))
}
