package id.gaung;

import id.gaung.db.Database;
import id.gaung.kernel.Network;
import id.gaung.sandbox.PracticePost;
import id.gaung.sandbox.PracticeServer;
import id.gaung.sandbox.SandboxPosts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares, network by network, what was ordered, what Gaung believes and what stands. */
final class CrashLists {

  /** A rendition as Gaung's database tells it. */
  public record Believed(
      String id,
      String network,
      String text,
      String state,
      boolean hand,
      boolean tasked,
      boolean waits,
      Optional<String> remoteId,
      Optional<String> last) {

    boolean is(String name) {
      return state.equals(name);
    }
  }

  private final List<Believed> renditions;
  private final SandboxPosts posts;
  private long duplicates;
  private long lost;

  CrashLists(Database database, SandboxPosts posts) {
    this.posts = posts;
    this.renditions =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            select r.id::text as id, c.network, r.text, r.state,
                              c.mode <> 'API' as hand,
                              exists (select from task_account t where t.rendition_id = r.id)
                                as tasked,
                              r.next_at is not null as waits, r.remote_id,
                              (select a.kind || ' ' || coalesce(a.outcome, '') || ' '
                                 || coalesce(a.detail, '')
                               from publish_attempt a where a.rendition_id = r.id
                               order by a.number desc limit 1) as last
                            from rendition r join channel c on c.id = r.channel_id
                            """)
                        .map(
                            (rs, context) ->
                                new Believed(
                                    rs.getString("id"),
                                    rs.getString("network"),
                                    rs.getString("text"),
                                    rs.getString("state"),
                                    rs.getBoolean("hand"),
                                    rs.getBoolean("tasked"),
                                    rs.getBoolean("waits"),
                                    Optional.ofNullable(rs.getString("remote_id")),
                                    Optional.ofNullable(rs.getString("last"))))
                        .list());
  }

  /** Prints the figures; the reasons of whatever is not as it should be on standard error. */
  void report(int kills, boolean faults) {
    for (Network network : PracticeServer.networks()) {
      compare(network);
    }
    long waiting = count(r -> r.is("UNCERTAIN") && !r.waits(), "waits for a person");
    long failed = count(r -> !r.hand() && (r.is("FAILED") || r.is("MISSED")), "failed");
    long stuck =
        count(
            r ->
                !r.hand()
                    && !r.is("PUBLISHED")
                    && !r.is("FAILED")
                    && !r.is("MISSED")
                    && !(r.is("UNCERTAIN") && !r.waits()),
            "stuck");
    Bench.figure("crash", "kills", kills);
    Bench.figure("crash", "faults", faults ? 1 : 0);
    Bench.figure("crash", "renditions", renditions.size());
    Bench.figure("crash", "duplicates", duplicates);
    Bench.figure("crash", "lost", lost);
    Bench.figure("crash", "stuck", stuck);
    Bench.figure("crash", "waiting_for_person", waiting);
    Bench.figure(
        "crash", "waiting_for_person_percent", 100.0 * waiting / Math.max(1, renditions.size()));
    Bench.figure("crash", "failed", failed);
    Bench.figure("crash", "by_hand", renditions.stream().filter(Believed::hand).count());
    // A person has each of them once, or its time is over and that is told.
    Bench.figure(
        "crash",
        "by_hand_without_task",
        count(
            r -> r.hand() && !(r.tasked() && (r.is("HANDED_OVER") || r.is("MISSED"))), "no task"));
  }

  private void compare(Network network) {
    Map<String, Integer> ordered = new HashMap<>();
    Map<String, Integer> standing = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (PracticePost post : posts.list(network)) {
      if (post.deletedAt().isEmpty()) {
        standing.merge(post.text(), 1, Integer::sum);
        ids.add(post.remoteId());
      }
    }
    Set<String> claimed = new HashSet<>();
    for (Believed r : renditions) {
      if (r.hand() || !r.network().equals(network.name())) {
        continue;
      }
      ordered.merge(r.text(), 1, Integer::sum);
      boolean stands =
          r.remoteId().filter(ids::contains).isPresent() && claimed.add(r.remoteId().get());
      if (r.is("PUBLISHED") && !stands) {
        lost++;
        tell("lost", r);
      }
    }
    standing.forEach(
        (text, times) -> {
          int more = times - ordered.getOrDefault(text, 0);
          if (more > 0) {
            duplicates += more;
            System.err.println(network + " stands " + times + " times: " + text);
          }
        });
  }

  private long count(java.util.function.Predicate<Believed> which, String word) {
    List<Believed> found = new ArrayList<>(renditions.stream().filter(which).toList());
    found.forEach(r -> tell(word, r));
    return found.size();
  }

  private static void tell(String word, Believed r) {
    System.err.printf(
        "%s: %s %s %s; %s; %s%n",
        word, r.network(), r.id(), r.state(), r.last().orElse(""), r.text().replace("\n", " "));
  }
}
