package id.gaung;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.platform.PostOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** A running campaign, and posts of it in bulk. */
final class BenchWorld {

  private final Gaung gaung;
  private final Jdbi jdbi;
  private final UUID admin;
  private final UUID campaign;

  BenchWorld(Gaung gaung) {
    this.gaung = gaung;
    this.jdbi = gaung.foundation().jdbi();
    this.admin = gaung.foundation().ids().next();
    this.campaign = gaung.foundation().ids().next();
    jdbi.useHandle(
        h -> {
          h.execute(
              "insert into person (id, email, name, created_at) values (?, ?, 'Bench', now())",
              admin,
              admin + "@bench.example");
          h.execute(
              """
              insert into campaign (id, name, goal, starts_on, ends_on, budget_rupiah, state,
                created_by, created_at, updated_at)
              values (?, 'Bench', 'Bench', current_date - 7, current_date + 7, 1, 'ACTIVE', ?,
                now(), now())
              """,
              campaign,
              admin);
        });
  }

  Actor admin() {
    return Actor.person(admin, "Bench", Set.of(Role.ADMIN, Role.STAFF));
  }

  /**
   * Where posts go.
   *
   * @param shown what every post there shows, a photo or a video
   * @param options what is said of every post there
   */
  record Target(
      UUID channel, Optional<UUID> shown, boolean video, Map<PostOption, String> options) {

    static Target text(UUID channel) {
      return new Target(channel, Optional.empty(), false, Map.of());
    }

    static Target photo(UUID channel, UUID photo) {
      return new Target(channel, Optional.of(photo), false, Map.of());
    }

    static Target video(UUID channel, UUID video) {
      return new Target(channel, Optional.of(video), true, Map.of());
    }

    Target with(Map<PostOption, String> said) {
      return new Target(channel, shown, video, said);
    }

    /** As they are stored. */
    private String json() {
      return options.entrySet().stream()
          .map(option -> "\"%s\":\"%s\"".formatted(option.getKey(), option.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  /** A rendition of a batch. */
  record Named(int number, UUID id) {}

  /** Posts due at an instant, one rendition each, spread over the channels. */
  void schedule(List<Target> targets, int count, Instant due) {
    schedule(targets, count, due, named -> "Kopi susu gula aren #UMKMBalikpapan " + named.id());
  }

  /**
   * @param texts the text of each by its number, pairs of neighbours of one channel are {@code n}
   *     and {@code n + targets.size()}
   */
  void schedule(List<Target> targets, int count, Instant due, Function<Named, String> texts) {
    jdbi.useTransaction(
        h -> {
          var posts =
              h.prepareBatch(
                  "insert into post (id, campaign_id, created_at) values (:id, :campaign, now())");
          var renditions =
              h.prepareBatch(
                  """
                  insert into rendition (id, post_id, channel_id, text, options, due_at, next_at,
                    state, created_at)
                  values (:id, :post, :channel, :text, :options::jsonb, :due, :due, 'SCHEDULED',
                    now())
                  """);
          var pictures =
              h.prepareBatch(
                  """
                  insert into rendition_picture (rendition_id, position, photo_id, alt_text, video)
                  values (:id, 1, :shown, 'Kopi', :video)
                  """);
          for (int i = 0; i < count; i++) {
            Target target = targets.get(i % targets.size());
            UUID post = gaung.foundation().ids().next();
            UUID rendition = gaung.foundation().ids().next();
            posts.bind("id", post).bind("campaign", campaign).add();
            renditions
                .bind("id", rendition)
                .bind("post", post)
                .bind("channel", target.channel())
                .bind("text", texts.apply(new Named(i, rendition)))
                .bind("options", target.json())
                .bind("due", due)
                .add();
            target
                .shown()
                .ifPresent(
                    shown ->
                        pictures
                            .bind("id", rendition)
                            .bind("shown", shown)
                            .bind("video", target.video())
                            .add());
          }
          posts.execute();
          renditions.execute();
          pictures.execute();
        });
  }

  long count(String where) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select count(*) from rendition where " + where).mapTo(Long.class).one());
  }

  /** Waits until no rendition is so, or the time is over. */
  void settle(String where, int seconds) throws InterruptedException {
    for (int second = 0; second < seconds && count(where) > 0; second++) {
      TimeUnit.SECONDS.sleep(1);
    }
  }

  /** Makes a reading of every published post due. */
  void readAll() {
    jdbi.useHandle(h -> h.execute("update watch set next_at = now() where ended_at is null"));
  }

  /** Waits until every reading that was due is made, or the time is over. */
  void settleReadings(int seconds) throws InterruptedException {
    for (int second = 0; second < seconds && due() > 0; second++) {
      TimeUnit.SECONDS.sleep(1);
    }
  }

  /** How many posts are to be read now. */
  long due() {
    return number("select count(*) from watch where ended_at is null and next_at <= now()");
  }

  /** Readings made so far, whatever their figures. */
  long readings() {
    return number(
        "select count(*) from (select distinct rendition_id, observed_at from snapshot) r");
  }

  /** Posts of which nothing was begun within the time after they fell due. */
  long late(int seconds) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select count(*) from rendition r
                    where r.due_at < now() - make_interval(secs => :seconds)
                      and not exists (
                        select from publish_attempt a
                        where a.rendition_id = r.id
                          and a.started_at <= r.due_at + make_interval(secs => :seconds))
                    """)
                .bind("seconds", seconds)
                .mapTo(Long.class)
                .one());
  }

  /**
   * So late after it was due the given part of those posts had begun at the latest, in
   * milliseconds.
   *
   * @param part 0.99 for the 99th percentile
   */
  double startedAfter(Instant due, double part) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    """
                    select percentile_disc(:part) within group (order by late) from (
                      select extract(epoch from min(a.started_at) - r.due_at) * 1000 as late
                      from rendition r join publish_attempt a on a.rendition_id = r.id
                      where r.due_at = :due group by r.id) began
                    """)
                .bind("part", part)
                .bind("due", due)
                .mapTo(Double.class)
                .one());
  }

  private long number(String question) {
    return jdbi.withHandle(h -> h.createQuery(question).mapTo(Long.class).one());
  }
}
