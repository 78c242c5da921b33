import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { strings } from '../../strings'
import { Button } from '../parts/button'
import { OutsideLink } from '../parts/outside-link'
import { Problem } from '../parts/problem'
import { Property } from '../parts/property'
import type { AccountStore } from '../stores/account'
import type { SettingsStore } from '../stores/settings'
import { Section } from './section'

/** Options for the key form. */
export interface KeyFormOptions {
  readonly onSaved: (problem: string) => void
  readonly takesFocus: boolean
  /** Cancel, if there is a saved key. */
  readonly children: ComponentChildren
}

interface KeySectionProps {
  readonly settings: Pick<SettingsStore, 'apiKey' | 'saveKey'>
  readonly account: Pick<AccountStore, 'balance' | 'refusal'>
  readonly announce: (text: string) => void
  /** Renders the key form. Shown while there is no key or the key is being replaced. */
  readonly form: (options: KeyFormOptions) => ComponentChildren
}

/** Shows the saved key and the balance of its account, or the form for a key. */
export function KeySection({ settings, account, announce, form }: KeySectionProps) {
  const isReplacing = useSignal(false)
  const problem = useSignal('')
  const key = settings.apiKey.value

  const replace = (on: boolean) => {
    isReplacing.value = on
    problem.value = ''
    // The pressed button is gone: move the focus to the one that replaced it. The form focuses itself.
    if (!on) requestAnimationFrame(() => document.getElementById('replace-key')?.focus())
  }
  const remove = async () => {
    const fault = await settings.saveKey(null)
    problem.value = fault ? strings.key.notRemoved : ''
    if (fault) return
    announce(strings.key.removed)
    requestAnimationFrame(() => document.getElementById('api-key')?.focus())
  }
  return (
    <Section id="account" heading={strings.settings.heading}>
      {key === null || isReplacing.value ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape cancels from anywhere in this section
        <div
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || key === null) return
            event.stopPropagation()
            replace(false)
          }}
        >
          {form({
            takesFocus: isReplacing.value,
            onSaved(unclear) {
              replace(false)
              problem.value = unclear
            },
            children: key !== null && (
              <Button secondary onClick={() => replace(false)}>
                {strings.cancel}
              </Button>
            ),
          })}
        </div>
      ) : (
        <Property label={strings.settings.key}>
          <Masked apiKey={key} />
          <span class="row">
            <Button secondary id="replace-key" onClick={() => replace(true)}>
              {strings.key.replace}
            </Button>
            <Button secondary onClick={() => void remove()}>
              {strings.key.remove}
            </Button>
          </span>
        </Property>
      )}
      <Problem about="saved-key" text={problem.value} />
      {key !== null && (
        <Property label={strings.settings.balance}>
          <Balance account={account} />
          <OutsideLink href={strings.settings.creditsUrl}>{strings.settings.addCredits}</OutsideLink>
        </Property>
      )}
    </Section>
  )
}

/** Number of characters at the end of a key that are shown, to tell keys apart. Keys shorter than MIN_LENGTH show none. */
const SHOWN_END = 4
const MIN_LENGTH = 12

function Masked({ apiKey }: { readonly apiKey: string }) {
  const end = apiKey.length < MIN_LENGTH ? '' : apiKey.slice(-SHOWN_END)
  const prefix = apiKey.startsWith('SG_') ? 'SG_' : ''
  return (
    <span class="grow numbers">
      <span aria-hidden="true">{strings.key.masked(prefix, end)}</span>
      <span class="visually-hidden">{strings.key.endsIn(end)}</span>
    </span>
  )
}

function Balance({ account }: Pick<KeySectionProps, 'account'>) {
  const dollars = account.balance.value
  if (account.refusal.value) return <span class="grow problem">{strings.settings.keyRefused}</span>
  return (
    <span class={dollars === null ? 'grow quiet' : 'grow numbers'}>
      {dollars === null ? strings.settings.balanceUnknown : strings.dollars(dollars)}
    </span>
  )
}
