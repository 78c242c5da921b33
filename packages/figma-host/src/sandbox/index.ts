export { Engine } from './engine'
export { type RefusedText, refusedTexts } from './refused-texts'
