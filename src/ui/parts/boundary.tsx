import { Component, type ComponentChildren } from 'preact'

interface BoundaryProps {
  readonly children: ComponentChildren
  /** What is shown instead, with the way to try again. */
  readonly instead: (again: () => void) => ComponentChildren
  readonly onError: (error: unknown) => void
}

interface BoundaryState {
  readonly failed: boolean
}

/** Keeps a view that throws from taking the rest of the panel with it. */
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
