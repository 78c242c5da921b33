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

/** What the form for a key is given here. */
export interface KeyFormOptions {
  readonly onSaved: (problem: string) => void
  readonly takesFocus: boolean
  /** The way back, where there is a key already. */
  readonly children: ComponentChildren
}

interface KeySectionProps {
  readonly settings: Pick<SettingsStore, 'apiKey' | 'saveKey'>
  readonly account: Pick<AccountStore, 'balance' | 'refusal'>
  readonly announce: (text: string) => void
  /** The form for a key, while there is none or it is to be replaced. */
  readonly form: (options: KeyFormOptions) => ComponentChildren
}

/** The saved key, if any, and what is left on its account. */
export function KeySection({ settings, account, announce, form }: KeySectionProps) {
  const isReplacing = useSignal(false)
  const problem = useSignal('')
  const key = settings.apiKey.value

  const replace = (on: boolean) => {
    isReplacing.value = on
    problem.value = ''
    // What was pressed is gone after this: the focus goes to what took its place. The form takes it by itself.
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
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere in here
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

/** So many characters at its end tell one key from another; of a short one that would be too much. */
const END = 4
const SHORT = 12

function Masked({ apiKey }: { readonly apiKey: string }) {
  const end = apiKey.length < SHORT ? '' : apiKey.slice(-END)
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
