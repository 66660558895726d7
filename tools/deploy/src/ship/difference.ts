import type { Template } from '../checks/template.ts'
import { rightsIn } from './rights-in.ts'

/** What would change in a stack, sentence by sentence, for whoever has to say yes. */
export type Difference = {
  readonly code: readonly string[]
  readonly infrastructure: readonly string[]
  /** Who would be allowed what, and who no longer. */
  readonly rights: readonly string[]
}

const NOTHING: Template = { Resources: {} }

/** From what runs (undefined: nothing does) to what is wanted. */
export const differenceOf = (running: Template = NOTHING, wanted: Template = NOTHING): Difference => {
  const ids = [...new Set([...Object.keys(running.Resources), ...Object.keys(wanted.Resources)])].sort()
  const changes = ids.map((id) => changeOf(id, running.Resources[id], wanted.Resources[id]))
  return {
    code: changes.flatMap(({ code }) => code),
    infrastructure: changes.flatMap(({ infrastructure }) => infrastructure),
    rights: rightsChanged(running, wanted),
  }
}

export const isEmpty = ({ code, infrastructure, rights }: Difference): boolean =>
  code.length + infrastructure.length + rights.length === 0

type Resource = Template['Resources'][string]

/** A version is a copy of its function, and an alias follows it: what has changed is told of the function. */
const FOLLOWS = /^(Properties\.FunctionVersion|UpdatePolicy)/

const changeOf = (id: string, before: Resource | undefined, after: Resource | undefined) => {
  if ((before ?? after)?.Type === 'AWS::Lambda::Version') return { code: [], infrastructure: [] }
  if (!before || !after || before.Type !== after.Type) {
    const gone = before ? [`- ${id} (${before.Type})`] : []
    const came = after ? [`+ ${id} (${after.Type})`] : []
    return { code: [], infrastructure: [...gone, ...came] }
  }
  const differing = differencesIn(before, after, '')
  const isCode = ({ path }: Leaf): boolean => path === 'Properties.Code.S3Key' || path.endsWith('.AWAYDAY_VERSION')
  return {
    code: differing
      .filter(({ path }) => path === 'Properties.Code.S3Key')
      .map((leaf) => `${id}: ${short(leaf.before)} -> ${short(leaf.after)}`),
    infrastructure:
      before.Type === 'AWS::IAM::Role'
        ? [] // told as rights
        : differing
            .filter((leaf) => !isCode(leaf) && !FOLLOWS.test(leaf.path))
            .map(
              (leaf) =>
                `~ ${id} (${after.Type}) ${leaf.path.replace(/^Properties\./, '')}: ${text(leaf.before)} -> ${text(leaf.after)}`,
            ),
  }
}

type Leaf = { readonly path: string; readonly before: unknown; readonly after: unknown }

/** The innermost members that differ. */
const differencesIn = (before: unknown, after: unknown, path: string): readonly Leaf[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!isObject(before) || !isObject(after)) return [{ path, before, after }]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    differencesIn(before[key], after[key], path ? `${path}.${key}` : key),
  )
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const rightsChanged = (running: Template, wanted: Template): readonly string[] => {
  const [before, after] = [new Set(rightsIn(running)), new Set(rightsIn(wanted))]
  return [
    ...[...after].filter((right) => !before.has(right)).map((right) => `+ ${right}`),
    ...[...before].filter((right) => !after.has(right)).map((right) => `- ${right}`),
  ]
}

const TEXT_MAX = 60
const text = (value: unknown): string => {
  const all = value === undefined ? 'nothing' : JSON.stringify(value)
  return all.length > TEXT_MAX ? `${all.slice(0, TEXT_MAX)}…` : all
}
/** `functions/<sha256>.zip` by the first twelve digits. */
const short = (key: unknown): string => String(key).replace(/^functions\/(.{12}).*$/, '$1')
