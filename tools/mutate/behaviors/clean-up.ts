import type { Behavior } from '../behavior'

/** Any SVG on the canvas, and cleaning up what is there. */
export const CLEAN_UP: readonly Behavior[] = [
  {
    behavior: 'A mask of an SVG is a mask on the canvas.',
    file: 'src/code/finish/finish.ts',
    find: 'mask.isMask = true',
    replace: '',
    tests: ['sandbox/finish'],
  },
  {
    behavior: 'The panel is told which fonts were substituted.',
    file: 'src/code/finish/fonts.ts',
    find: 'instead: isWanted ? null : first',
    replace: 'instead: null',
    tests: ['sandbox/finish'],
  },
  {
    behavior: 'A stretched image is not cropped.',
    file: 'src/code/finish/image.ts',
    find: '...(isStretched && STRETCHED)',
    replace: '',
    tests: ['sandbox/finish'],
  },
  {
    behavior: 'A rotated layer is cleaned up without its rotation, which is then applied once.',
    file: 'src/code/clean-up/export.ts',
    find: 'layer.relativeTransform = UPRIGHT',
    replace: '',
    tests: ['sandbox/clean-up'],
  },
  {
    behavior: 'A cleaned layer keeps the opacity of its original.',
    file: 'src/code/clean-up/replace.ts',
    find: 'layer.opacity = original.opacity',
    replace: '',
    tests: ['sandbox/clean-up'],
  },
  {
    behavior: 'A color that was bound in only some layers is not bound in all of them.',
    file: 'src/code/clean-up/bindings.ts',
    find: 'if (others.length > 0) ambiguous += 1',
    replace: 'if (others.length > 9) ambiguous += 1',
    tests: ['sandbox/clean-up'],
  },
  {
    behavior: 'A layer with components in it is not cleaned up.',
    file: 'src/code/clean-up/read.ts',
    find: "blocker = 'component'",
    replace: 'counts.clear()',
    tests: ['sandbox/clean-up'],
  },
  {
    behavior: 'Colors that are bound are not merged with similar ones.',
    file: 'src/ui/stores/clean-layer.ts',
    find: '...(bindings.length > 0 && { unify: 0 }),',
    replace: '',
    tests: ['browser/panel/clean-up'],
  },
  {
    behavior: 'Cancel keeps the layers that are cleaned up already.',
    file: 'src/ui/stores/clean-up.ts',
    find: "await sandbox.request('cleanUp.end', { nodeIds })",
    replace: "if (!canceller.signal.aborted) await sandbox.request('cleanUp.end', { nodeIds })",
    tests: ['browser/panel/clean-up'],
  },
]
