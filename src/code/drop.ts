import { Picture } from '../protocol/contract'

/** What the panel says of a picture that is dragged out of it: all but where it goes. */
export function droppedPicture({ items, dropMetadata }: DropEvent): Picture | null {
  const isOurs = typeof dropMetadata === 'object' && dropMetadata !== null && 'inkwright' in dropMetadata
  if (!isOurs || items.length === 0) return null
  const parsed = Picture.safeParse(dropMetadata.inkwright)
  return parsed.success ? parsed.data : null
}
