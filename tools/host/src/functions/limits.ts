/** Lambda's limit for a synchronous invocation, each way. */
export const LAMBDA_PAYLOAD_BYTES_MAX = 6_291_556
/** The gateway's limit for a body, and for the request line with all headers. */
export const GATEWAY_BODY_BYTES_MAX = 10 * 1024 * 1024
export const GATEWAY_HEAD_BYTES_MAX = 10_240
/** How long a gateway waits for its integration. */
export const GATEWAY_TIMEOUT_MS = 30_000
/** AppSync's limit for a request. */
export const GRAPHQL_BODY_BYTES_MAX = 1_000_000
