const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Moves from the last radio button of a group to the first and back, which WebKit does not do. */
export function wrapRadios(
  event: KeyboardEvent & { readonly currentTarget: HTMLElement },
  choose: (at: number) => void,
): void {
  const radios = [...event.currentTarget.querySelectorAll('input')]
  const at = radios.findIndex(({ checked }) => checked)
  const step = STEPS[event.key]
  if (!step || (at + step >= 0 && at + step < radios.length)) return
  event.preventDefault()
  const next = step > 0 ? 0 : radios.length - 1
  choose(next)
  radios[next]?.focus()
}
