import * as words from '../../words'

/** Marks what comes of a bundled picture instead of Segmind. */
export const SampleBadge = () => <span class="badge">{words.samples.badge}</span>
