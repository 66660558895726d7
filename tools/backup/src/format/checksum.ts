import { createHash } from 'node:crypto'

/** SHA-256 in hex, as `sha256sum` prints it. */
export const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of what comes piece by piece. */
export const running = () => {
  const hash = createHash('sha256')
  return {
    add: (bytes: Buffer) => void hash.update(bytes),
    end: (): string => hash.digest('hex'),
  }
}
