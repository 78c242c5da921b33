export { buildHostPage } from './build'
export { type HostServer, type HostServerOptions, startHostServer } from './server'
