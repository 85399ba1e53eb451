import type { Viewer } from '../../shared/access/viewer.ts'
import type { FeedId } from '../../shared/feeds/feed.ts'

/**
 * Whether someone who works with the data may change what is held of a feed. A submission reaches over areas, so an
 * account limited to some of them changes none.
 */
export function mayChangeFeed(viewer: Viewer, feed: FeedId): boolean {
  return viewer.areas === 'all' && (viewer.feeds === 'all' || viewer.feeds.includes(feed))
}
