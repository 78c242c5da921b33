import type { Cleanable, CleanableLayer, CleanUpBlocker, Loss } from '../../protocol/clean-up'
import { strings } from '../../strings'
import { LAYER_MODES } from '../layer-options'
import { useAnnounced } from '../parts/announced'
import { Button } from '../parts/button'
import { Check } from '../parts/check'
import { Icon } from '../parts/icon'
import { Property } from '../parts/property'
import { Select } from '../parts/select'
import { type CleanUpStore, isLossy } from '../stores/clean-up'
import type { SettingsStore } from '../stores/settings'

interface CleanUpChoicesProps {
  readonly cleanUp: Pick<CleanUpStore, 'todo' | 'leavesLossy' | 'keepsOriginals' | 'run'>
  readonly found: Cleanable
  readonly settings: Pick<SettingsStore, 'layerOptions' | 'chooseLayerOptions'>
}

/** Shows what can be cleaned up, what would be lost, and the options. */
export function CleanUpChoices({ cleanUp, found, settings }: CleanUpChoicesProps) {
  const words = strings.cleanUp
  const possible = found.layers.filter(({ blocker }) => blocker === null)
  const lossy = possible.filter(isLossy)
  const blocked = countBlockers(found.layers)
  const facts = [
    found.layers.length === 0 ? words.empty : words.possible(possible.length),
    found.more > 0 && words.more(found.more),
    blocked.length > 0 && words.stays(blocked),
  ]
    .filter(Boolean)
    .join(' ')
  const losses = countLosses(lossy).map(([kind, number]) => words.loses(kind, number))
  useAnnounced('clean-up-facts', [facts, losses.length > 0 && words.lost(losses)].filter(Boolean).join(' '))
  const { length } = cleanUp.todo.value
  return (
    <>
      <p>{facts}</p>
      {lossy.length > 0 && (
        <section class="clean-up-lost" aria-label={words.losesHeading}>
          <p class="strong">
            <Icon name="alert" />
            {words.losesHeading}
          </p>
          <ul class="clean-up-losses">
            {losses.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <Check label={words.leave(lossy.length)} checked={cleanUp.leavesLossy} />
        </section>
      )}
      {possible.length > 0 && (
        <>
          <Property label={strings.layerOptions.layers}>
            <Select
              id="clean-up-layers"
              label={strings.layerOptions.layers}
              options={LAYER_MODES.map((value) => ({ value, name: strings.layerOptions.layerModes[value] }))}
              value={settings.layerOptions.value.layers}
              onChoose={(layers) => settings.chooseLayerOptions({ layers })}
            />
          </Property>
          <Check label={words.keep} checked={cleanUp.keepsOriginals} />
          <Button fullWidth blocker={length === 0 ? words.none : null} onClick={() => void cleanUp.run()}>
            {words.run(length)}
          </Button>
        </>
      )}
    </>
  )
}

function countBlockers(layers: readonly CleanableLayer[]): [CleanUpBlocker, number][] {
  const counts = new Map<CleanUpBlocker, number>()
  for (const { blocker } of layers) if (blocker) counts.set(blocker, (counts.get(blocker) ?? 0) + 1)
  return [...counts]
}

function countLosses(layers: readonly CleanableLayer[]): [Loss, number][] {
  const counts = new Map<Loss, number>()
  for (const { losses } of layers)
    for (const { kind, layers: number } of losses) counts.set(kind, (counts.get(kind) ?? 0) + number)
  return [...counts].sort(([, a], [, b]) => b - a)
}
