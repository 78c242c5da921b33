export { ownPicture } from './own'
export { samplePictures } from './samples'
