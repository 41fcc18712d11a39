package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What arrived on the practice networks, for tests, benchmarks and the practice page. */
public final class SandboxPosts {

  private final PracticePostDao posts;

  public SandboxPosts(Jdbi jdbi) {
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  /** Every post ever accepted, deleted ones too, in the order of arrival. */
  public List<PracticePost> list(Network network) {
    return posts.listAll(network);
  }

  /** What arrived last, deleted posts too, newest first. */
  List<ArrivedPost> newest(Network network, int limit) {
    List<PracticePost> newest = posts.newest(network, limit);
    Map<Long, Long> times = posts.arrivals(newest.stream().map(PracticePost::id).toList());
    return newest.stream()
        .map(post -> new ArrivedPost(post, times.getOrDefault(post.id(), 1L)))
        .toList();
  }

  /** How many were ever accepted, deleted ones too. */
  public long count(Network network) {
    return posts.countAll(network);
  }

  /** How often each text was accepted on each account, most often first. */
  public List<Arrival> arrivals(Network network) {
    return posts.arrivals(network);
  }

  /** The texts that were accepted more than once on one account. */
  public List<Arrival> duplicates(Network network) {
    return arrivals(network).stream().filter(arrival -> arrival.times() > 1).toList();
  }
}
