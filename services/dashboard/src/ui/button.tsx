import type { ComponentProps } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'

type Props = Omit<ComponentProps<typeof AriaButton>, 'className'> & {
  /** One primary at most in a view: what people came for. */
  readonly look?: 'primary' | 'secondary' | 'danger' | 'quiet' | 'icon'
}

export const Button = ({ look = 'secondary', ...rest }: Props) => (
  <AriaButton {...rest} className={`button button-${look}`} />
)
