import { err, ok, type Result } from '@awayday/kernel'
import * as v from 'valibot'

/** As the edge refuses a body, so that a query is refused alike. */
type InvalidInput = {
  readonly type: 'InvalidInput'
  readonly issues: readonly { readonly path: string; readonly message: string }[]
}

/** Holds a query against its strict schema. An empty value counts as absent. */
export const queryOf = <Schema extends v.GenericSchema>(
  schema: Schema,
  query: Readonly<Record<string, string | undefined>>,
): Result<v.InferOutput<Schema>, InvalidInput> => {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
  const { success, output, issues } = v.safeParse(schema, given)
  if (success) return ok(output)
  return err({
    type: 'InvalidInput',
    issues: issues.map((issue) => ({
      path: v.getDotPath(issue) ?? '',
      message: issue.type === 'strict_object' ? 'is not known here' : issue.message,
    })),
  })
}
