import type { Behavior } from '../behavior'

/** Behaviors of keys and of the focus in the panel. */
export const KEYBOARD: readonly Behavior[] = [
  {
    behavior: 'Ctrl or ⌘ and Enter generate.',
    file: 'src/ui/app.tsx',
    find: 'if (isFormShown && !opened.value) panel',
    replace: 'if (!isFormShown && !opened.value) panel',
    tests: ['browser/panel/create'],
  },
  {
    behavior: 'A shortcut that costs money does nothing while a menu or a popover is open.',
    file: 'src/ui/app.tsx',
    find: ' || hasOverlay()) return',
    replace: ') return',
    tests: ['browser/panel/tiles'],
  },
  {
    behavior: 'A range of tiles is selected with Shift.',
    file: 'src/ui/stores/tile-selection.ts',
    find: 'set(order.slice(Math.min(from, to), Math.max(from, to) + 1))',
    replace: 'set(order.slice(Math.max(from, to), Math.max(from, to) + 1))',
    tests: ['browser/panel/several-pictures'],
  },
  {
    behavior: 'Escape leaves a page.',
    file: 'src/ui/parts/page.tsx',
    find: "event.key === 'Escape'",
    replace: "event.key === 'Esc'",
    tests: ['browser/panel/settings'],
  },
  {
    behavior: 'The prompt has the focus when the panel opens.',
    file: 'src/ui/opening/load.ts',
    find: '  first?.focus({ preventScroll: true })\n  // WebKit',
    replace: '  // WebKit',
    tests: ['browser/panel/opening'],
  },
  {
    behavior: 'A refused key is selected, so that it can be typed over.',
    file: 'src/ui/settings/key-form.tsx',
    find: '    field.current?.select()\n',
    replace: '\n',
    tests: ['browser/panel/shell'],
  },
  {
    behavior: 'The tab bar is a single tab stop.',
    file: 'src/ui/parts/tabs.tsx',
    find: 'tabIndex={id === active ? 0 : -1}',
    replace: 'tabIndex={0}',
    tests: ['browser/panel/keyboard'],
  },
  {
    behavior: 'The arrow keys move between the tabs.',
    file: 'src/ui/parts/tabs.tsx',
    find: 'ArrowRight: at + 1',
    replace: 'ArrowRight: at',
    tests: ['browser/panel/shell'],
  },
  {
    behavior: 'Escape closes the view of an image.',
    file: 'src/ui/picture/keys.ts',
    find: "if (key === 'Escape') onBack()",
    replace: "if (key === 'Esc') onBack()",
    tests: ['browser/panel/picture-view'],
  },
  {
    behavior: 'In a zoomed image, the arrow keys scroll instead of going to the next image.',
    file: 'src/ui/picture/keys.ts',
    find: 'if (isInList || isInStage) return',
    replace: 'if (isInList) return',
    tests: ['browser/panel/picture-view'],
  },
  {
    behavior: 'The arrow keys move through the colors of the file.',
    file: 'src/ui/colors/brand-list.tsx',
    find: 'else if (step) go(active.value + step)',
    replace: 'else if (step) go(active.value)',
    tests: ['browser/panel/colors'],
  },
  {
    behavior: 'A deleted picture comes back with Ctrl or ⌘ and Z.',
    file: 'src/ui/insert/undo-bar.tsx',
    find: "event.key === 'z'",
    replace: "event.key === 'y'",
    tests: ['browser/panel/history'],
  },
]
