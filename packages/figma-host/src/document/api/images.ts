import type { Image, PluginAPI } from '@figma/plugin-typings/plugin-api-standalone'
import type { Area } from '../capability'
import { bytes, text } from '../check'
import { readImage, type StoredImage } from '../images'
import type { Session } from '../session'

const handleOf = ({ hash, bytes, width, height }: StoredImage): Image => ({
  hash,
  getBytesAsync: async () => bytes,
  getSizeAsync: async () => ({ width, height }),
})

/** Images, which are stored in the file separately from the layers. */
export const images = {
  createImage: {
    call: ({ document }: Session, data) => {
      const image = readImage(bytes(data, 'data'))
      document.images.set(image.hash, image)
      return handleOf(image)
    },
  },
  getImageByHash: {
    call: ({ document }: Session, hash) => {
      const image = document.images.get(text(hash, 'hash'))
      return image ? handleOf(image) : null
    },
  },
} satisfies Area<PluginAPI>
