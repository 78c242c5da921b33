import { strings } from '../../strings'

/** Marks what comes of a bundled picture instead of Segmind. */
export const SampleBadge = () => <span class="badge">{strings.samples.badge}</span>
