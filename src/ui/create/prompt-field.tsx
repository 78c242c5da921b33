import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { strings } from '../../strings'
import { useAnnounced } from '../parts/announced'
import { Icon } from '../parts/icon'
import { MenuButton, type MenuItem } from '../parts/menu'
import { hasWords, toggleWords } from './ideas'

interface PromptFieldProps {
  readonly value: string
  /** Longest prompt, in characters. */
  readonly limit: number
  /** Earlier prompts, newest first. */
  readonly earlier: readonly string[]
  readonly onInput: (value: string) => void
}

/** The length is shown from this share of the limit on. */
const SHOW_LENGTH_FROM = 0.9
/** Number of earlier prompts in the menu. */
const RECENT = 3

/** The prompt field, which grows with its text from two lines to six, and its menu of ideas. */
export function PromptField({ value, limit, earlier, onInput }: PromptFieldProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  const isFocused = useSignal(false)
  const { length } = value.trim()
  const over = length > limit
  useAnnounced('prompt', over ? strings.prompt.tooLong(limit) : '')
  useEffect(() => {
    // Only if nothing has the focus, so that it stays on the tabs when the user moves through them with the arrow keys.
    const focus = () => {
      if (document.activeElement === document.body) box.current?.focus({ preventScroll: true })
    }
    // Deferred, because the click or key that brought the focus into the panel may be meant for another field.
    const focusLater = () => setTimeout(focus)
    focus()
    // WebKit focuses a frame only when the user does, and then focuses nothing within it.
    addEventListener('focus', focusLater)
    return () => removeEventListener('focus', focusLater)
  }, [])
  /** Like in a shell: Up and Down go through the earlier prompts, unless the user has typed something else. */
  const onKeyDown = (event: KeyboardEvent) => {
    const at = earlier.indexOf(value)
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (!step || event.isComposing || (value !== '' && at < 0)) return
    // Within the text, the arrow keys move the caret.
    const caret = box.current?.selectionStart ?? 0
    if (caret > 0 && caret < value.length) return
    const next = at + step
    if (next >= earlier.length || next < -1) return
    event.preventDefault()
    onInput(earlier[next] ?? '')
  }
  const take = (text: string) => {
    onInput(text)
    box.current?.focus()
  }
  const ideas = (): MenuItem[] => [
    { heading: strings.ideas.add },
    ...strings.ideas.additions.map(({ name, words }) => ({
      label: name,
      isChecked: hasWords(value, words),
      onSelect: () => onInput(toggleWords(box.current?.value ?? value, words)),
    })),
    ...(value === ''
      ? [
          'separator' as const,
          { heading: strings.ideas.examples },
          ...strings.examples.map(({ name, prompt }) => ({ label: name, onSelect: () => take(prompt) })),
        ]
      : []),
    ...(earlier.length > 0
      ? [
          'separator' as const,
          { heading: strings.ideas.recent },
          ...earlier.slice(0, RECENT).map((prompt, i) => ({
            label: prompt,
            icon: 'clock' as const,
            ...(i === 0 && { shortcut: '↑' }),
            onSelect: () => take(prompt),
          })),
        ]
      : []),
  ]
  const count = over
    ? strings.prompt.tooLong(limit)
    : length > limit * SHOW_LENGTH_FROM
      ? strings.prompt.count(length, limit)
      : ''
  return (
    <div class={isFocused.value ? 'prompt focused' : 'prompt'}>
      <div class="prompt-box">
        {/* A copy of the text sets the height. The textarea fills it. */}
        <div class="prompt-ghost" aria-hidden="true">
          {`${value || strings.prompt.placeholder} `}
        </div>
        <textarea
          id="prompt"
          ref={box}
          rows={2}
          value={value}
          placeholder={strings.prompt.placeholder}
          aria-label={strings.prompt.label}
          aria-describedby="prompt-count"
          aria-keyshortcuts={earlier.length > 0 ? 'ArrowUp' : undefined}
          aria-invalid={over}
          onKeyDown={onKeyDown}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
          onFocus={() => {
            isFocused.value = true
          }}
          onBlur={() => {
            isFocused.value = false
          }}
        />
      </div>
      <div class={count ? 'prompt-foot counting' : 'prompt-foot'}>
        <span class={over ? 'prompt-count over ellipsis' : 'prompt-count ellipsis'} id="prompt-count">
          {count}
        </span>
        <MenuButton class="chip" label={strings.ideas.label} items={ideas}>
          {strings.ideas.label} <Icon name="down" />
        </MenuButton>
      </div>
    </div>
  )
}
