import { membersUsed } from './entry-points'

/** Prints what the built plugin uses of the typings: `npm run members`, after `npm run build`. */
const used = await membersUsed()
const byOwner = new Map<string, string[]>()
for (const member of used) {
  const owner = member.slice(0, member.lastIndexOf('.'))
  byOwner.set(owner, [...(byOwner.get(owner) ?? []), member])
}
for (const [owner, members] of byOwner) {
  const names = members.map((member) => member.slice(owner.length + 1))
  process.stdout.write(`${owner} (${names.length}): ${names.join(', ')}\n`)
}
process.stdout.write(`${used.length} members in all\n`)
