import type { ComponentProps } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'

type Props = Omit<ComponentProps<typeof AriaButton>, 'className'> & {
  /** One primary at most in a view: what people came for. */
  readonly look?: 'primary' | 'secondary' | 'danger' | 'quiet' | 'icon' | 'cover'
}

/**
 * While pending it keeps the focus and takes no press. The library's own pending state announces the button by an id that
 * is gone once the answer removes the button; what the answer was is said by the page's live regions.
 */
export const Button = ({ look = 'secondary', isPending = false, onPress, ...rest }: Props) => (
  <AriaButton
    {...rest}
    {...(onPress && !isPending ? { onPress } : {})}
    className={`button button-${look} ${isPending ? 'is-pending' : ''}`}
  />
)
