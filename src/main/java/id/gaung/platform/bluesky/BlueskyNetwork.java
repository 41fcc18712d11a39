package id.gaung.platform.bluesky;

import id.gaung.platform.Ability;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LimitHeaders;
import id.gaung.platform.Login;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.RateBase;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.ToldLimit;
import id.gaung.platform.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Bluesky, and every other server of the AT Protocol. */
public final class BlueskyNetwork extends NetworkModule {

  static final String NAME = "BLUESKY";

  private static final String SERVER = "server";
  private static final String WEB = "web";
  private static final String VIDEO = "video";
  private static final String OPEN = "open";
  private static final String SERVER_OF_MOST = ".bsky.social";
  private static final String LIMIT = "RateLimit";
  private static final String SIGN_IN = "Session";

  /** What a post takes of the limits of writing. */
  private static final int POINTS = 3;

  /** A day; of a service of its own, which tells it only when asked. */
  private static final int VIDEOS = 25;

  /** Of 5,000 points an hour and 35,000 a day a post takes three. */
  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.API, PublishMode.BY_HAND),
          Set.of(Login.APP_PASSWORD),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO, Attachment.Kind.LINK_CARD),
          Set.of(PostOption.THREAD),
          new NetworkCounts(
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              List.of(RateBase.FOLLOWERS)),
          BlueskyReading.BATCH,
          List.of(
              new NetworkQuota(NetworkQuota.Of.POSTS, 1_666, Duration.ofHours(1)),
              new NetworkQuota(NetworkQuota.Of.POSTS, 11_666, Duration.ofDays(1)),
              new NetworkQuota(NetworkQuota.Of.VIDEOS, VIDEOS, Duration.ofDays(1))),
          Settling.OWN_KEY,
          Set.of(Ability.DELETE, Ability.LIST));

  public BlueskyNetwork() {
    super(
        new Naming(
            NAME,
            "Bluesky",
            90,
            "rani.bsky.social",
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}",
            List.of("bsky.app")),
        TRAITS);
  }

  /**
   * The server that most accounts are on, where posts are seen, where videos are prepared, and
   * where anybody reads what is public.
   */
  @Override
  public List<NetworkSettings.Key> settings() {
    return List.of(
        NetworkSettings.Key.address(SERVER, "https://bsky.social"),
        NetworkSettings.Key.address(WEB, "https://bsky.app"),
        NetworkSettings.Key.address(VIDEO, "https://video.bsky.app"),
        NetworkSettings.Key.address(OPEN, "https://public.api.bsky.app"));
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new BlueskyClient(
        setup.http(),
        setup.hosts(),
        setup.clock(),
        setup.settings().address(SERVER),
        setup.settings().address(WEB),
        setup.settings().address(VIDEO),
        setup.settings().address(OPEN));
  }

  /**
   * Of several limits an answer tells the tightest; its policy says which, since those of writing
   * are of an hour or a day, those of an address of five minutes.
   */
  @Override
  public List<ToldLimit> limits(PlatformRequest request, Answered answer, Instant now) {
    if (request.is("GET", BlueskyVideoService.LIMITS)) {
      return videos(answer).stream().toList();
    }
    if (request.is("POST", SIGN_IN)) {
      return List.of();
    }
    Of of = told(request, answer, now);
    return new LimitHeaders(answer, now)
        .told(of, LIMIT).map(told -> of == Of.POSTS ? told.each(POINTS) : told).stream().toList();
  }

  /** Which limit an answer's headers tell of. */
  private static Of told(PlatformRequest request, Answered answer, Instant now) {
    boolean lasting =
        new LimitHeaders(answer, now)
            .window(LIMIT)
            .filter(w -> w.compareTo(Duration.ofHours(1)) >= 0)
            .isPresent();
    if (!lasting) {
      return Of.CALLS;
    }
    return request.is("POST", ".uploadBlob") ? Of.UPLOADS : Of.POSTS;
  }

  /**
   * The limits of writing are told by their window; that of an address covers all calls. Videos are
   * asked of a service of its own.
   */
  @Override
  public Of refusedOf(PlatformRequest request, Answered refusal) {
    if (request.is("POST", BlueskyVideoService.UPLOAD)) {
      return Of.VIDEOS;
    }
    return request.is("POST", SIGN_IN) ? Of.CALLS : told(request, refusal, Instant.EPOCH);
  }

  private static Optional<ToldLimit> videos(Answered answer) {
    OptionalLong left =
        answer
            .json()
            .map(limits -> AnswerJson.number(limits, BlueskyVideoService.LEFT))
            .orElseGet(OptionalLong::empty);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    long open = Math.max(0, left.getAsLong());
    long most = Math.max(VIDEOS, open);
    return Optional.of(ToldLimit.counted(Of.VIDEOS, most, most - open, Optional.empty()));
  }

  @Override
  public String address(String account) {
    return "https://bsky.app/profile/" + account;
  }

  @Override
  protected Optional<String> onPage(String host, String path) {
    return super.onPage(host, path.replaceFirst("^profile/", ""));
  }

  @Override
  protected String completed(String name) {
    return (name.contains(".") ? name : name + SERVER_OF_MOST).toLowerCase(Locale.ROOT);
  }
}
