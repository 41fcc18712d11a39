package id.gaung.found;

import id.gaung.audit.Foundation;
import id.gaung.channel.Accessed;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.channel.Work;
import id.gaung.engagement.Watches;
import id.gaung.engagement.Watches.FoundReading;
import id.gaung.found.SearchDao.Progress;
import id.gaung.found.SearchDao.SearchRow;
import id.gaung.kernel.Week;
import id.gaung.platform.Ability;
import id.gaung.platform.Failure;
import id.gaung.platform.Listing;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.FoundPosts;
import id.gaung.publishing.FoundPosts.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Searches accounts for posts that Gaung did not publish, a page at a time; each page is stored
 * with the readings of its posts before the next one is asked for.
 */
final class AccountSearch {

  /** So far back an account that was connected is searched. */
  static final Duration BACK = Duration.ofDays(90);

  private static final Duration EVERY = Duration.ofDays(1);

  /** Lists are late at times, and what is being published is known a moment after it is listed. */
  private static final Duration OVERLAP = Duration.ofDays(2);

  /** What is younger may be one of ours whose answer has not been stored yet. */
  private static final Duration TOO_YOUNG = Duration.ofMinutes(15);

  private static final Duration AGAIN = Duration.ofMinutes(10);

  /** Then other accounts have their turn; what is left, the next run takes. */
  private static final Duration AT_ONCE = Duration.ofSeconds(30);

  private static final int PAGES_AT_ONCE = 100;

  /** Single posts stand out of a list's order, such as a pinned one; so many in a row do not. */
  private static final int IN_ORDER = 3;

  private final Foundation foundation;
  private final SearchDao dao;
  private final FoundPosts posts;
  private final Watches watches;
  private final Channels channels;
  private final Platforms platforms;
  private final FirstReadings readings;

  AccountSearch(
      Foundation foundation,
      FoundPosts posts,
      Watches watches,
      Channels channels,
      Platforms platforms) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(SearchDao.class);
    this.posts = posts;
    this.watches = watches;
    this.channels = channels;
    this.platforms = platforms;
    this.readings = new FirstReadings(channels);
  }

  /** The accounts that are to be searched now. */
  List<SearchRow> due() {
    Instant now = foundation.clock().instant();
    Set<UUID> able =
        channels.connected().stream()
            .filter(AccountSearch::canList)
            .map(Channel::id)
            .collect(Collectors.toSet());
    if (able.isEmpty()) {
      return List.of();
    }
    dao.begin(able, now.minus(BACK), now);
    return dao.due(able, now);
  }

  static boolean canList(Channel channel) {
    return channel.hasLogin()
        && NetworkModule.of(channel.network()).traits().abilities().contains(Ability.LIST);
  }

  /** Searches on from where the account was left. */
  void search(SearchRow search) {
    Channel channel = channels.get(search.channelId());
    SocialPlatform platform = platforms.of(channel.network());
    Optional<String> after = search.after();
    Instant end = foundation.clock().instant().plus(AT_ONCE);
    for (int page = 0; page < PAGES_AT_ONCE && isBefore(end); page++) {
      Optional<String> asked = after;
      Accessed<Listing> answer =
          channels.withAccess(
              channel.id(),
              Work.READ,
              access -> platform.list(access, search.since(), asked),
              AccountSearch::failure);
      if (!(answer.answer().orElse(null) instanceof Listing.Page listed)) {
        later(search, answer.failure());
        return;
      }
      List<Listing.Post> fresh = fresh(channel, search, listed.posts());
      FirstReadings.Read read = readings.of(channel, platform, fresh);
      if (read.stopped().isPresent()) {
        // The same page again then; what is kept of it is not read a second time.
        keep(search, read, new Reached(asked, false));
        later(search, read.stopped());
        return;
      }
      boolean last = listed.next().isEmpty() || isOlder(listed.posts(), search.since());
      keep(
          search,
          read,
          new Reached(
              last ? Optional.empty() : listed.next(), isOlder(listed.posts(), lastWeek())));
      if (last) {
        through(search);
        return;
      }
      after = listed.next();
    }
  }

  private static Optional<Failure> failure(Listing listing) {
    return listing instanceof Listing.Failed failed
        ? Optional.of(failed.failure())
        : Optional.empty();
  }

  private boolean isBefore(Instant end) {
    return foundation.clock().instant().isBefore(end);
  }

  /** When the week began that the next report tells of. */
  private Instant lastWeek() {
    return Week.of(foundation.clock().instant()).previous().start();
  }

  /** Whether nothing younger comes behind a page. */
  private static boolean isOlder(List<Listing.Post> listed, Instant since) {
    return !listed.isEmpty()
        && listed.stream()
            .skip(Math.max(0, listed.size() - IN_ORDER))
            .allMatch(post -> post.at().isBefore(since));
  }

  /**
   * How far a search has come with a page.
   *
   * @param after with what the next one is asked for
   * @param beyondLastWeek whether all of the last whole week was seen
   */
  private record Reached(Optional<String> after, boolean beyondLastWeek) {}

  private List<Listing.Post> fresh(Channel channel, SearchRow search, List<Listing.Post> listed) {
    Instant youngest = foundation.clock().instant().minus(TOO_YOUNG);
    Map<String, Listing.Post> byId =
        listed.stream()
            .filter(one -> !one.at().isBefore(search.since()) && one.at().isBefore(youngest))
            .collect(
                Collectors.toMap(
                    one -> one.post().remoteId(), Function.identity(), (first, again) -> first));
    return posts.unknown(channel.id(), byId.keySet()).stream()
        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
        .toList();
  }

  /** A report need not wait for ninety days: the week it tells of is among the first pages. */
  private void keep(SearchRow search, FirstReadings.Read read, Reached reached) {
    boolean opening = search.firstDoneAt().isEmpty();
    List<Found> found = new ArrayList<>();
    for (Listing.Post one : read.posts()) {
      found.add(
          new Found(
              search.channelId(),
              one.post(),
              one.at(),
              one.text(),
              opening && one.at().isBefore(search.startedAt()),
              !opening));
    }
    foundation
        .transactions()
        .run(
            () -> {
              List<FoundPosts.Kept> kept = posts.keep(found);
              watches.found(
                  kept.stream()
                      .map(
                          one ->
                              new FoundReading(
                                  one.id(),
                                  search.channelId(),
                                  one.found().publishedAt(),
                                  one.found().post(),
                                  read.figures(one.found().post())))
                      .toList());
              if (opening && reached.beyondLastWeek()) {
                posts.settle(search.channelId(), lastWeek());
              }
              dao.progress(new Progress(search.channelId(), reached.after(), kept.size()));
            });
  }

  private void through(SearchRow search) {
    Instant now = foundation.clock().instant();
    foundation
        .transactions()
        .run(
            () -> {
              posts.settle(search.channelId(), Instant.EPOCH);
              dao.through(
                  search.channelId(), search.startedAt().minus(OVERLAP), now.plus(EVERY), now);
            });
  }

  private void later(SearchRow search, Optional<Failure> failure) {
    Instant now = foundation.clock().instant();
    Duration wait =
        failure.filter(f -> !f.passes()).isPresent()
            ? EVERY
            : failure.flatMap(Failure::retryAfter).orElse(AGAIN);
    foundation
        .transactions()
        .run(
            () ->
                dao.later(
                    search.channelId(),
                    now.plus(wait),
                    failure.map(f -> f.kind().name()).orElse("TRANSIENT")));
  }
}
