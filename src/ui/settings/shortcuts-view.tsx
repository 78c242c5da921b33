import { strings } from '../../strings'
import { isMac } from '../parts/shortcuts'

/** The keys that do something, as this computer's keyboard has them. */
export const ShortcutsView = () => (
  <>
    {strings.shortcuts.groups(isMac()).map(({ name, shortcuts }) => (
      <section key={name} class="shortcuts" aria-label={name}>
        <h3 class="strong">{name}</h3>
        <dl>
          {shortcuts.map(([action, keys]) => (
            <div key={action} class="between">
              <dt>{action}</dt>
              <dd class="quiet">
                <kbd>{keys}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    ))}
  </>
)
