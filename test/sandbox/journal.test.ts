import { memoryStore } from 'figma-host/editor'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CodeStage } from '../support/code-stage'
import { codeSuite } from '../support/code-suite'

const open = codeSuite()
let stage: CodeStage
beforeEach(async () => {
  stage = await open()
})

const put = (each: CodeStage, job: string, kind: string, text: string) =>
  each.panel.request('journal.put', { job, kind, text })

async function load(each: CodeStage, job?: string) {
  const reply = await each.panel.request('journal.load', job === undefined ? {} : { job })
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value.jobs
    .map((one) => ({ ...one, entries: [...one.entries].sort((a, b) => a.kind.localeCompare(b.kind)) }))
    .sort((a, b) => a.job.localeCompare(b.job))
}

describe('the journal', () => {
  it('keeps entries and pictures for the next run of the plugin', async () => {
    await put(stage, 'a1', 'sent', '{"attempt":1}')
    await put(stage, 'a1', 'accepted', '{"requestId":"r"}')
    await put(stage, 'b2', 'sent', '{}')
    const bytes = new Uint8Array([1, 2, 250])
    await stage.panel.request('journal.putPicture', { job: 'a1', bytes })
    const next = await open(stage.store)
    expect(await load(next)).toEqual([
      {
        job: 'a1',
        entries: [
          { kind: 'accepted', text: '{"requestId":"r"}' },
          { kind: 'sent', text: '{"attempt":1}' },
        ],
        pictureBytes: 3,
        otherBytes: 0,
      },
      { job: 'b2', entries: [{ kind: 'sent', text: '{}' }], pictureBytes: null, otherBytes: 0 },
    ])
    expect(await load(next, 'b2')).toHaveLength(1)
    expect(await next.panel.request('journal.picture', { job: 'a1' })).toEqual({ ok: true, value: { bytes } })
    expect(await next.panel.request('journal.picture', { job: 'b2' })).toEqual({
      ok: true,
      value: { bytes: null },
    })
  })

  it('deletes a job completely, and no other', async () => {
    await put(stage, 'a1', 'sent', '1')
    await put(stage, 'a12', 'sent', '1')
    await stage.panel.request('journal.putPicture', { job: 'a1', bytes: new Uint8Array(9) })
    await stage.panel.request('settings.save', { style: 'linocut' })
    await stage.panel.request('journal.remove', { job: 'a1' })
    expect((await load(stage)).map(({ job }) => job)).toEqual(['a12'])
    expect((await stage.store.keys()).sort()).toEqual(['job/a12/sent', 'style'])
  })

  it.each([1, 2])(
    'has a job without a picture if the plugin was closed after deleting %i of the keys',
    async (most) => {
      let deletions = 0
      const { store } = stage
      const closing = await open({
        ...store,
        delete: (key) => (deletions++ < most ? store.delete(key) : new Promise(() => undefined)),
      })
      await put(closing, 'a1', 'sent', '1')
      await put(closing, 'a1', 'accepted', '2')
      await closing.panel.request('journal.putPicture', { job: 'a1', bytes: new Uint8Array(9) })
      void closing.panel.request('journal.remove', { job: 'a1' })
      await expect.poll(() => deletions).toBe(most + 1)
      const [job] = await load(stage)
      expect(job).toMatchObject({ pictureBytes: null })
      expect(job?.entries).toContainEqual({ kind: 'sent', text: '1' })
    },
  )

  it('reports a full storage', async () => {
    const store = memoryStore()
    await store.set('job/old/picture:5000000', new Uint8Array(5_000_000))
    const full = await open(store)
    const bytes = new Uint8Array(400_000)
    expect(await full.panel.request('journal.putPicture', { job: 'a1', bytes })).toMatchObject({
      ok: false,
      error: { code: 'storage-full' },
    })
  })

  it.each<[string, string, unknown, number]>([
    ['an entry that is no text', 'job/a1/colors', ['#fff'], 8],
    ['an entry of a long name', 'job/a1/upscaledtotwicetheoriginalsize', 'twelve bytes', 12],
    ['a picture under another name, without reading it', 'job/a1/image-2:700', new Uint8Array(1), 700],
    ['a second picture', 'job/a1/picture:70', new Uint8Array(70), 70],
    ['a key below an entry', 'job/a1/sent/more', new Uint8Array(7), 7],
  ])(
    'that another version has written counts %s, and lets it be deleted',
    async (_what, key, value, bytes) => {
      await put(stage, 'a1', 'sent', '1')
      await stage.panel.request('journal.putPicture', { job: 'a1', bytes: new Uint8Array(9) })
      await stage.store.set(key, value)
      expect(await load(stage)).toEqual([
        { job: 'a1', entries: [{ kind: 'sent', text: '1' }], pictureBytes: 9, otherBytes: bytes },
      ])
      await stage.panel.request('journal.remove', { job: 'a1' })
      expect(await stage.store.keys()).toEqual([])
    },
  )

  it('refuses names that would result in other keys', async () => {
    for (const job of ['', 'a/b', '../key', 'A', 'x'.repeat(41)]) {
      expect(await put(stage, job, 'sent', '1')).toMatchObject({
        ok: false,
        error: { code: 'malformed-request' },
      })
    }
    expect(await put(stage, 'a1', 'picture:1', '1')).toMatchObject({ ok: false })
    expect(await stage.store.keys()).toEqual([])
  })
})
