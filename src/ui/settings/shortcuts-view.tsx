import { strings } from '../../strings'
import { isMac } from '../parts/shortcuts'

/** Lists the keyboard shortcuts, with the key names of this computer. */
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
