import { Component, type ComponentChildren } from 'preact'

interface BoundaryProps {
  readonly children: ComponentChildren
  /** Rendered instead, with a function that tries again. */
  readonly instead: (again: () => void) => ComponentChildren
  readonly onError: (error: unknown) => void
}

interface BoundaryState {
  readonly failed: boolean
}

/** Catches errors of a view, so that the rest of the panel keeps working. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false }

  override componentDidCatch(error: unknown): void {
    this.setState({ failed: true })
    this.props.onError(error)
  }

  override render() {
    const { children, instead } = this.props
    return this.state.failed ? instead(() => this.setState({ failed: false })) : children
  }
}
