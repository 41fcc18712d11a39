package id.gaung.platform.telegram;

import id.gaung.platform.Ability;
import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Login;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.NetworkQuota.Told;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishMode;
import id.gaung.platform.SettingsFinding;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.ToldLimit;
import id.gaung.platform.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Telegram's channels. A bot publishes on them; it can neither read what stands there nor what it
 * counts, which people see in the app. A second bot is told of what comes, if there is one.
 */
public final class TelegramNetwork extends NetworkModule {

  static final String NAME = "TELEGRAM";

  private static final String SERVER = "server";
  private static final String WEB = "web";

  /** Of calls, a second and a bot; core.telegram.org/bots/faq, as the limit of posts is. */
  private static final int CALLS = 30;

  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.API, PublishMode.BY_HAND),
          Set.of(Login.APP_PASSWORD),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO),
          Set.of(),
          // Reactions are the likes, forwards the shares.
          NetworkCounts.typedOnly(Set.of(Metric.VIEWS, Metric.LIKES, Metric.SHARES)),
          1,
          List.of(
              new NetworkQuota(Of.POSTS, 20, Duration.ofMinutes(1), Told.NEVER),
              new NetworkQuota(Of.CALLS, CALLS, Duration.ofSeconds(1), Told.NEVER)),
          Settling.PERSON,
          Set.of(Ability.DELETE));

  public TelegramNetwork() {
    super(
        new Naming(
            NAME,
            "Telegram",
            80,
            "ranikuliner",
            "[a-z][a-z0-9_]{3,31}",
            List.of("t.me", "telegram.me")),
        TRAITS);
  }

  /** Where bots are served, which may be a server of one's own, and where posts are seen. */
  @Override
  public List<NetworkSettings.Key> settings() {
    return List.of(
        NetworkSettings.Key.address(SERVER, "https://api.telegram.org"),
        NetworkSettings.Key.address(WEB, "https://t.me"));
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    return new SettingsFinding(
        false, "bots are served by " + settings.address(SERVER).getHost() + "; needs no app keys");
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new TelegramClient(
        setup.http(),
        setup.clock(),
        setup.settings().address(SERVER),
        setup.settings().address(WEB));
  }

  /**
   * Nothing is told before a limit is reached, and then not whether it is the channel's or the
   * bot's: everybody waits.
   */
  @Override
  public List<ToldLimit> limits(PlatformRequest request, Answered answer, Instant now) {
    return TelegramFailures.retryAfter(answer)
        .filter(wait -> !isWatching(request))
        .map(wait -> ToldLimit.counted(Of.CALLS, CALLS, CALLS, Optional.of(now.plus(wait))))
        .stream()
        .toList();
  }

  /** What is refused to the bot that watches stops nothing that the other one does. */
  @Override
  public Of refusedOf(PlatformRequest request, Answered refusal) {
    return isWatching(request) ? Of.READS : Of.CALLS;
  }

  private static boolean isWatching(PlatformRequest request) {
    return request.is("GET", "/getUpdates");
  }

  /** A private channel has no name; it is known by the number in the addresses of its posts. */
  @Override
  public String shown(String account) {
    return TelegramAddresses.isPrivate(account) ? "t.me/" + account : super.shown(account);
  }

  @Override
  public String address(String account) {
    return "https://t.me/" + account;
  }

  @Override
  protected Optional<String> onPage(String host, String path) {
    return super.onPage(host, path.replaceFirst("^s/", ""));
  }
}
