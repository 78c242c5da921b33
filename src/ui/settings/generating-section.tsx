import { strings } from '../../strings'
import { Segmented } from '../parts/segmented'
import type { SettingsStore } from '../stores/settings'
import { Property } from './property'
import { Section } from './section'

interface GeneratingSectionProps {
  readonly settings: Pick<SettingsStore, 'atOnce' | 'chooseAtOnce'>
}

/** How many images are drawn at the same time; the others wait for their turn. */
const AT_ONCE = [1, 2, 3, 4]

/** How images are drawn. */
export const GeneratingSection = ({ settings: { atOnce, chooseAtOnce } }: GeneratingSectionProps) => (
  <Section id="generating" heading={strings.settings.generatingHeading}>
    <Property label={strings.settings.atOnce}>
      <Segmented
        id="at-once"
        label={strings.settings.atOnce}
        options={AT_ONCE}
        value={atOnce.value}
        onChoose={chooseAtOnce}
      />
    </Property>
  </Section>
)
