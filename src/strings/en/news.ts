/** The news after an update. */
export const news = {
  title: (version: string) => `Inkwright is now version ${version}.`,
  open: 'What is new',
}
