package id.gaung.platform.threads;

import id.gaung.platform.Ability;
import id.gaung.platform.Account;
import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Login;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.RateBase;
import id.gaung.platform.SettingsFinding;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.ToldLimit;
import id.gaung.platform.Traits;
import id.gaung.platform.meta.MetaApp;
import id.gaung.platform.meta.PublishingLimit;
import id.gaung.platform.meta.TokenLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Threads, of Meta. */
public final class ThreadsNetwork extends NetworkModule {

  static final String NAME = "THREADS";

  static final PublishingLimit LIMIT = new PublishingLimit("/threads_publishing_limit", true);

  private static final Set<Metric> ENGAGEMENTS =
      Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES);

  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.API, PublishMode.BY_HAND),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO, Attachment.Kind.LINK_CARD),
          Set.of(PostOption.THREAD),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              ENGAGEMENTS,
              List.of(RateBase.VIEWS, RateBase.FOLLOWERS)),
          ThreadsFigures.BATCH,
          List.of(
              new NetworkQuota(
                  NetworkQuota.Of.POSTS, 250, Duration.ofDays(1), NetworkQuota.Told.WHEN_ASKED),
              new NetworkQuota(
                  NetworkQuota.Of.REPLIES, 1000, Duration.ofDays(1), NetworkQuota.Told.WHEN_ASKED)),
          Settling.PREPARED_THEN_LIST,
          Set.of(Ability.DELETE, Ability.LIST));

  public ThreadsNetwork() {
    super(
        new Naming(
            NAME,
            "Threads",
            60,
            "rani.kuliner",
            // Its own pages, such as those of posts, begin as an account could be called.
            "(?!(?:t|search|login)$)(?!\\.)(?!.*\\.\\.)[a-z0-9._]{1,30}(?<!\\.)",
            List.of("threads.com", "threads.net")),
        TRAITS);
  }

  /** The app's id and secret are those of its product Threads, not the Meta app's. */
  @Override
  public List<NetworkSettings.Key> settings() {
    return Stream.concat(MetaApp.keys().stream(), ThreadsHosts.keys().stream()).toList();
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    return MetaApp.of(settings).judge();
  }

  @Override
  public boolean pulls(NetworkSettings settings) {
    return !MetaApp.of(settings).id().isEmpty();
  }

  /** From the page at its address. */
  @Override
  public boolean makesCards() {
    return true;
  }

  @Override
  public List<ToldLimit> limits(PlatformRequest request, Answered answer, Instant now) {
    return LIMIT.told(request, answer, now);
  }

  /** Threads only where the person gave that permission, too. */
  @Override
  public Set<PostOption> options(Account account) {
    return mayReply(account) ? super.options(account) : Set.of();
  }

  private static boolean mayReply(Account account) {
    return TokenLogin.isGranted(account, ThreadsHosts.REPLYING);
  }

  @Override
  public Optional<String> lacks(Account account) {
    return mayReply(account)
        ? Optional.empty()
        : Optional.of("platform.login.lacks." + NAME + ".granted");
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new ThreadsClient(
        setup.http(),
        MetaApp.of(setup.settings()),
        ThreadsHosts.of(setup.settings()),
        setup.clock());
  }

  @Override
  public String address(String account) {
    return "https://www.threads.com/@" + account;
  }
}
