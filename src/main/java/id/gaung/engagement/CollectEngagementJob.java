package id.gaung.engagement;

import id.gaung.jobs.Job;

/**
 * Climbs the ladder. Runs on one node of the cluster at a time, so no post is read twice at once.
 */
public final class CollectEngagementJob implements Job {

  private final EngagementCollector posts;
  private final FollowerCollector followers;

  CollectEngagementJob(EngagementCollector posts, FollowerCollector followers) {
    this.posts = posts;
    this.followers = followers;
  }

  @Override
  public String name() {
    return "collect-engagement";
  }

  @Override
  public void run() {
    followers.collect();
    posts.collect();
  }
}
