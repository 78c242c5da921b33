import type { ComponentChildren } from 'preact'

export interface Choice<Value extends string> {
  readonly value: Value
  /** What a screen reader says, and what the tile shows unless it has contents of its own. */
  readonly name: string
  readonly content: ComponentChildren
  /** What it is listed under; choices of one heading follow each other. */
  readonly heading?: string
}

interface ChoiceGroupProps<Value extends string> {
  readonly id: string
  readonly label: string
  /** Shown opposite the label: the choice in words. */
  readonly detail?: string
  readonly class: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
}

/** A radio group of tiles. Native radios, so that arrows, Tab and screen readers work as everywhere. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { id, label, detail, choices, value, onChoose } = props
  const tiles = choices.map((choice) => (
    <label key={choice.value} class={choice.value === value ? 'tile chosen' : 'tile'} title={choice.name}>
      <input
        type="radio"
        name={id}
        aria-label={choice.name}
        checked={choice.value === value}
        onChange={() => onChoose(choice.value)}
      />
      {choice.content}
    </label>
  ))
  /** From the last choice an arrow leads to the first, and back: WebKit stops there. */
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    const at = choices.findIndex((choice) => choice.value === value)
    if (!step || (at + step >= 0 && at + step < choices.length)) return
    event.preventDefault()
    const next = step > 0 ? 0 : choices.length - 1
    if (choices[next]) onChoose(choices[next].value)
    event.currentTarget.querySelectorAll('input')[next]?.focus()
  }
  const headings = new Set(choices.map(({ heading }) => heading))
  return (
    <div class={`field ${props.class}`}>
      <div class="field-head">
        <span class="field-label" id={`${id}-label`}>
          {label}
        </span>
        {detail && (
          <span class="field-detail" aria-hidden="true">
            {detail}
          </span>
        )}
      </div>
      <div class="tiles" role="radiogroup" aria-labelledby={`${id}-label`} onKeyDown={onKeyDown}>
        {[...headings].map((heading) =>
          heading ? (
            <fieldset key={heading}>
              <legend class="secondary">{heading}</legend>
              {tiles.filter((_, i) => choices[i]?.heading === heading)}
            </fieldset>
          ) : (
            tiles
          ),
        )}
      </div>
    </div>
  )
}
