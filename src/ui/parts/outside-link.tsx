import type { ComponentChildren } from 'preact'
import { Icon } from './icon'

interface OutsideLinkProps {
  readonly href: string
  readonly children: ComponentChildren
}

/** A link that opens in the system's browser. */
export const OutsideLink = ({ href, children }: OutsideLinkProps) => (
  <a class="outside" href={href} target="_blank" rel="noreferrer">
    {children}
    <Icon name="out" />
  </a>
)
