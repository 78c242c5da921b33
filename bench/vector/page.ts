/** The code that the figure bundles and runs, as it ships: `prepare` in Node and in a browser, `compare` in a browser. */
export { prepare } from '../../src/vector/prepare'
export { compare } from './compare'
