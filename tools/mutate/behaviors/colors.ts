import type { Behavior } from '../behavior'

/** Matching and binding colors. */
export const COLORS: readonly Behavior[] = [
  {
    behavior: 'Colors are never matched to translucent colors of the file.',
    file: 'src/colors/match.ts',
    find: 'if (candidate.opacity !== 1) continue',
    replace: '',
    tests: ['unit/colors'],
  },
  {
    behavior: 'A variable is offered only for uses within its scopes.',
    file: 'src/colors/match.ts',
    find: 'uses.every((use) =>',
    replace: 'uses.some((use) =>',
    tests: ['unit/colors'],
  },
  {
    behavior: 'Grays do not become black or white if a gray is about as near.',
    file: 'src/colors/match.ts',
    find: 'const OFF_END = 0.1',
    replace: 'const OFF_END = 0',
    tests: ['unit/colors'],
  },
  {
    behavior: 'Two colors of a picture stay different if the file has one for each.',
    file: 'src/colors/assign.ts',
    find: 'used.add(choice.key)',
    replace: '',
    tests: ['unit/colors'],
  },
  {
    behavior: 'The user’s choice for a color overrides any match.',
    file: 'src/colors/plan.ts',
    find: 'overrides.get(color) ?? matched.get(color)',
    replace: 'matched.get(color) ?? overrides.get(color)',
    tests: ['unit/colors'],
  },
  {
    behavior: 'Two variables with the same hex are each bound to the right shapes.',
    file: 'src/colors/plan.ts',
    find: 'taken.add(shown)',
    replace: '',
    tests: ['unit/colors'],
  },
  {
    behavior: 'A bound fill keeps its opacity.',
    file: 'src/code/colors/painter.ts',
    find: 'opacity: paint.opacity ?? 1 }',
    replace: 'opacity: 1 }',
    tests: ['sandbox/colors/bind'],
  },
  {
    behavior: 'A gradient stop keeps its opacity when its color changes.',
    file: 'src/code/colors/painter.ts',
    find: 'a: before.a }',
    replace: 'a: 1 }',
    tests: ['sandbox/colors'],
  },
  {
    behavior: 'Recoloring the selection is one undo step.',
    file: 'src/code/colors/canvas.ts',
    find: 'if (painter.hasChanged()) figma.commitUndo()',
    replace: '',
    tests: ['sandbox/colors/canvas'],
  },
  {
    behavior: 'Locked layers are not recolored.',
    file: 'src/code/colors/canvas.ts',
    find: 'if (isLocked()) locked += 1',
    replace: 'if (isLocked()) return visit(layer)',
    tests: ['sandbox/colors/canvas'],
  },
  {
    behavior: 'Reading the page stops as soon as its colors are no longer shown.',
    file: 'src/code/colors/file-color-watcher.ts',
    find: 'if (isWatched && !isShown) ends += 1',
    replace: 'if (isWatched && isShown) ends += 1',
    tests: ['sandbox/colors/page-reads'],
  },
  {
    behavior: 'A page is read once, not on every selection change.',
    file: 'src/code/colors/page-colors.ts',
    find: 'known.isUnread = false',
    replace: 'known.isUnread = true',
    tests: ['sandbox/colors/page-reads'],
  },
]
