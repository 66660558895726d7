import type { ReactNode } from 'react'

/** Line icons on a 24 px grid. Decoration only: what they mean is always written too. */
const icon = (path: ReactNode) => () => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {path}
  </svg>
)

export const HomeIcon = icon(<path d="M4 11.5 12 5l8 6.5M6.5 10v9h11v-9" />)
export const InboxIcon = icon(<path d="M4 13.5 6.5 5.5h11L20 13.5v5H4zM4 13.5h5a3 3 0 0 0 6 0h5" />)
export const CalendarIcon = icon(<path d="M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4" />)
export const SignOutIcon = icon(<path d="M14 5H5.5v14H14M10 12h10M16.5 8.5 20 12l-3.5 3.5" />)
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />)
export const PreviousIcon = icon(<path d="m14.5 6-6 6 6 6" />)
export const NextIcon = icon(<path d="m9.5 6 6 6-6 6" />)
export const ArrowIcon = icon(<path d="M5 12h13M13 7l5 5-5 5" />)
export const ClockIcon = icon(<path d="M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v4.5l3 1.8" />)
export const CheckIcon = icon(<path d="m5 12.5 4.5 4.5L19 7.5" />)
export const BackIcon = icon(<path d="M9 6 4.5 10.5 9 15M5 10.5h9a5 5 0 0 1 0 10h-3" />)
export const AlertIcon = icon(<path d="M12 4.5 21 19.5H3zM12 10v4.5M12 17v.5" />)
export const SearchIcon = icon(<path d="M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M14.8 14.8 20 20" />)

export const Logo = () => (
  <svg className="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="8" className="logo-ground" />
    <path d="M8 20a8 8 0 0 1 16 0z" className="logo-sun" />
    <path d="M5 20h22M9 24h14" className="logo-line" />
  </svg>
)
