import { useEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'

interface PromptFieldProps {
  readonly value: string
  /** Longest prompt, in characters. */
  readonly limit: number
  /** What was asked for before, the latest first. */
  readonly earlier: readonly string[]
  readonly onInput: (value: string) => void
}

/** The prompt, growing with its text up to six lines. */
export function PromptField({ value, limit, earlier, onInput }: PromptFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const over = value.trim().length > limit
  useAnnounced('prompt', over ? strings.prompt.tooLong(limit) : '')
  useEffect(() => {
    // Only where the focus is nowhere: whoever walks the tabs with the arrow keys stays on them.
    const focus = () => {
      if (document.activeElement === document.body) box.current?.focus({ preventScroll: true })
    }
    // After the click or the key that brought the focus into the panel, which may be meant for another field.
    const focusLater = () => setTimeout(focus)
    focus()
    // WebKit focuses a frame only when the user does, and then focuses nothing within it.
    addEventListener('focus', focusLater)
    return () => removeEventListener('focus', focusLater)
  }, [])
  /** As in a shell: up and down go through what was asked for, while the field holds nothing else. */
  const onKeyDown = (event: KeyboardEvent) => {
    const at = earlier.indexOf(value)
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (!step || event.isComposing || (value !== '' && at < 0)) return
    // Within a text the arrows move the caret.
    const caret = box.current?.selectionStart ?? 0
    if (caret > 0 && caret < value.length) return
    const next = at + step
    if (next >= earlier.length || next < -1) return
    event.preventDefault()
    onInput(earlier[next] ?? '')
  }
  return (
    <div class="field prompt">
      <label class="field-label" for="prompt">
        {strings.prompt.label}
      </label>
      <div class="prompt-box">
        {/* A copy of the text sets the height; the textarea fills it. */}
        <div class="prompt-ghost" aria-hidden="true">
          {`${value || strings.prompt.placeholder} `}
        </div>
        <textarea
          id="prompt"
          ref={box}
          rows={3}
          value={value}
          placeholder={strings.prompt.placeholder}
          aria-describedby="prompt-count"
          aria-keyshortcuts={earlier.length > 0 ? 'ArrowUp' : undefined}
          onKeyDown={onKeyDown}
          aria-invalid={over}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
        />
      </div>
      {value === '' && (
        <fieldset class="examples" aria-label={strings.prompt.examples}>
          {strings.examples.map(({ name, prompt }) => (
            <button
              key={name}
              type="button"
              class="chip"
              onClick={() => {
                onInput(prompt)
                box.current?.focus()
              }}
            >
              {name}
            </button>
          ))}
        </fieldset>
      )}
      <div class={over ? 'prompt-count over' : 'prompt-count'} id="prompt-count">
        {over && <span>{strings.prompt.tooLong(limit)}</span>}
        <span>{strings.prompt.count(value.trim().length, limit)}</span>
      </div>
    </div>
  )
}
