/** Commands that an editor can have carried out. */
export const commands = {
  recheck: 'safeTogetherLint.recheck',
  showUnread: 'safeTogetherLint.showUnread',
  setStatus: 'safeTogetherLint.setStatus',
  showRule: 'safeTogetherLint.showRule',
  showPlaces: 'safeTogetherLint.showPlaces',
  apply: 'safeTogetherLint.apply',
} as const
