/** What the figure runs as it ships, bundled: `prepare` in Node and in a browser, `compare` in a browser. */
export { prepare } from '../../src/vector/prepare'
export { compare } from './compare'
