export type * from './contract'
export { createEditor } from './create-editor'
export { memoryStore } from './memory-store'
