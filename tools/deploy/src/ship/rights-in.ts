import type { Template } from '../checks/template.ts'

type Statement = { readonly Action: readonly string[] | string; readonly Resource: readonly unknown[] | unknown }
type Policy = { readonly PolicyDocument: { readonly Statement: readonly Statement[] } }

/** Who may do what to what: a line for each role, action and resource of a template. `ApiRole: dynamodb:PutItem table/awayday-test-leave-events` */
export const rightsIn = ({ Resources }: Template): readonly string[] =>
  Object.entries(Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .flatMap(([role, { Properties }]) =>
      ((Properties?.['Policies'] ?? []) as readonly Policy[])
        .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
        .flatMap(({ Action, Resource }) =>
          [Action].flat().flatMap((action) => [Resource].flat().map((to) => [action, to])),
        )
        .map(([action, to]) => `${role}: ${action} ${lastOf(to)}`),
    )
    .sort()

/** What an ARN ends with, or whose it is. */
const lastOf = (resource: unknown): string => {
  const { 'Fn::GetAtt': attribute, 'Fn::Join': joined } = resource as Readonly<Record<string, readonly unknown[]>>
  if (attribute) return attribute.join('.')
  const parts = joined?.[1] as readonly unknown[] | undefined
  return String(parts?.at(-1) ?? JSON.stringify(resource)).replace(/^.*:(?=[a-z-]+\/)|^:/, '')
}
