import { path } from '../../build/project.ts'
import { bundleRelay } from './bundle'

/** `npm run relay:build`: writes the relay to `out/relay`, ready to deploy. */
await bundleRelay(path('out/relay'))
