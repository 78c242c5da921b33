import type { AssetKind } from '../assets'
import type { AssetSubject, MemberTable } from '../capability'
import { collection } from './collection'
import { paintStyle } from './paint-style'
import { variable } from './variable'

/** The modeled members of each kind of asset. */
export const ASSET_MEMBERS: { readonly [Kind in AssetKind]: MemberTable<AssetSubject<Kind>> } = {
  variable,
  collection,
  style: paintStyle,
}
