import { createHmac } from 'node:crypto'

/**
 * HMAC-SHA-256, base64url, of what makes a request the same request. The parts are joined unambiguously, so no two lists
 * of parts share a digest.
 */
export const digestOf = (secret: string, parts: readonly string[]): string =>
  createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')
