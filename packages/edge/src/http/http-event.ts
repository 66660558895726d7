/** What the edge reads of an HTTP API event, payload 2.0. Header names come in lower case; absent parts are left out. */
export type HttpEvent = {
  readonly rawPath: string
  readonly rawQueryString: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>> | undefined
  readonly cookies?: readonly string[] | undefined
  readonly body?: string | undefined
  readonly isBase64Encoded: boolean
  readonly requestContext: {
    readonly http: { readonly method: string }
    readonly requestId: string
    readonly stage: string
    /** A Lambda authorizer's context: `tenant`, `person`, `roles`. */
    readonly authorizer?: { readonly lambda?: Readonly<Record<string, unknown>> | null | undefined } | undefined
  }
}

export type HttpResponse = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly cookies?: string[]
}
