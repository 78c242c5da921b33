import { readManifestFor } from '../document/manifest'
import type { Editor, EditorOptions } from './contract'
import { PluginEditor } from './plugin-editor'

/**
 * Creates an editor with an empty document; in Figma Slides, with one slide. Does not start the plugin. Rejects if the manifest is invalid
 * or does not list the editor type.
 */
export async function createEditor(options: EditorOptions): Promise<Editor> {
  const { editorType = 'figma' } = options
  const manifest = readManifestFor(editorType, options.manifest)
  const wasm =
    options.wasm instanceof WebAssembly.Module ? options.wasm : await WebAssembly.compile(options.wasm)
  return new PluginEditor({ ...options, editorType, wasm }, manifest)
}
