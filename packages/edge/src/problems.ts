import { type Err, type Problem, type ProblemDocument, problemDocument, type Refusal } from '@awayday/kernel'

/** One thing wrong with an input. `path` is dotted, empty for the whole; `message` says what is expected. */
export type Issue = { readonly path: string; readonly message: string }

/** What the edge itself refuses, at any entry, before a use case is called. */
export type EdgeRefusal =
  | { readonly type: 'NotSignedIn' }
  | { readonly type: 'NotFound' }
  | { readonly type: 'MethodNotAllowed'; readonly allowed: readonly string[] }
  | { readonly type: 'IdempotencyKeyMissing' }
  | { readonly type: 'IdempotencyKeyInvalid' }
  | { readonly type: 'UnsupportedMediaType' }
  | { readonly type: 'BodyTooLarge'; readonly bytesMax: number }
  | { readonly type: 'MalformedJson' }
  | { readonly type: 'DuplicateKey' }
  | { readonly type: 'UnstorableText'; readonly path: string }
  | { readonly type: 'InvalidInput'; readonly issues: readonly Issue[] }

const edgeProblems: Readonly<Record<EdgeRefusal['type'], Problem>> = {
  NotSignedIn: { status: 401, title: 'Sign in first' },
  NotFound: { status: 404, title: 'There is nothing here' },
  MethodNotAllowed: { status: 405, title: 'This cannot be done here' },
  IdempotencyKeyMissing: { status: 400, title: 'A command needs an idempotency key' },
  IdempotencyKeyInvalid: { status: 400, title: 'An idempotency key is 1 to 128 visible ASCII characters' },
  UnsupportedMediaType: { status: 415, title: 'Send application/json in UTF-8' },
  BodyTooLarge: { status: 413, title: 'That is too much at once' },
  MalformedJson: { status: 400, title: 'This is not JSON in UTF-8' },
  DuplicateKey: { status: 400, title: 'A member is given twice' },
  UnstorableText: { status: 400, title: 'A text holds characters that cannot be stored' },
  InvalidInput: { status: 400, title: 'Some of the input is not as expected' },
}

/** 64 KiB in UTF-8. Lies below the gateways' own limits, so that a refusal is ours and says what it is about. */
export const BODY_BYTES_MAX = 65_536

/** Refusals that every command can meet, whatever it is about, so that no service repeats them. */
export type CommonRefusal = 'Conflict' | 'KeyReused' | EdgeRefusal['type']

/** A problem for each rejection among the outcomes; those all commands share are the edge's, and may be left out. */
export type ProblemsOf<Outcome> = Readonly<Record<Exclude<RejectionIn<Outcome>, CommonRefusal>, Problem>>
type RejectionIn<Outcome> = Outcome extends Err<{ readonly type: infer Type extends string }> ? Type : never

const commonProblems: Readonly<Record<string, Problem>> = {
  ...edgeProblems,
  Conflict: { status: 409, title: 'Somebody else changed this; try again' },
  // 422 as in the draft for the header: https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header
  KeyReused: { status: 422, title: 'This idempotency key belongs to another request' },
}

/** A refusal's document. One that nobody answers is a defect. */
export const documentOf = (
  refusal: Refusal | EdgeRefusal,
  own: Readonly<Record<string, Problem>> = {},
): ProblemDocument => {
  const problem = own[refusal.type] ?? commonProblems[refusal.type]
  if (!problem) throw new Error(`no problem for ${refusal.type}`)
  return problemDocument(refusal, problem)
}
