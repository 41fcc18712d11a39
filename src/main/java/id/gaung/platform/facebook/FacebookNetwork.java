package id.gaung.platform.facebook;

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
import id.gaung.platform.Taken;
import id.gaung.platform.ToldLimit;
import id.gaung.platform.Traits;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphBatch;
import id.gaung.platform.meta.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Facebook: Pages are published to, and people of the city have accounts. */
public final class FacebookNetwork extends NetworkModule {

  static final String NAME = "FACEBOOK";

  private static final String APP_ID = "appId";
  private static final String APP_SECRET = "appSecret";
  private static final String PERMISSIONS = "permissions";

  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.API, PublishMode.BY_HAND),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.PICTURES, Attachment.Kind.VIDEO, Attachment.Kind.LINK_CARD),
          // Paid partnership depends on who may use it, which is not documented.
          Set.of(PostOption.FIRST_COMMENT),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.REACH, Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES),
              List.of(RateBase.REACH, RateBase.VIEWS)),
          GraphBatch.MOST,
          List.of(
              new NetworkQuota(
                  NetworkQuota.Of.VIDEOS, 30, Duration.ofDays(1), NetworkQuota.Told.NEVER)),
          Settling.PREPARED_THEN_LIST,
          Set.of(Ability.DELETE, Ability.LIST));

  public FacebookNetwork() {
    super(
        new Naming(
            NAME,
            "Facebook",
            30,
            "rani.kuliner",
            "[a-z0-9.-]{5,100}",
            List.of("facebook.com", "fb.com", "id-id.facebook.com")),
        TRAITS);
  }

  /** The office's own app at Meta; without it no Page can be connected. */
  @Override
  public List<NetworkSettings.Key> settings() {
    return List.of(
        NetworkSettings.Key.text(APP_ID, ""),
        NetworkSettings.Key.secret(APP_SECRET),
        NetworkSettings.Key.text("graphVersion", FacebookConfig.GRAPH_VERSION),
        NetworkSettings.Key.address("web", "https://www.facebook.com"),
        NetworkSettings.Key.address("graph", "https://graph.facebook.com"),
        NetworkSettings.Key.address("upload", "https://rupload.facebook.com"),
        NetworkSettings.Key.text(PERMISSIONS, FacebookConfig.WANTED));
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    boolean id = !settings.text(APP_ID).isBlank();
    boolean secret = !settings.text(APP_SECRET).isBlank();
    if (id != secret) {
      return new SettingsFinding(true, "the app's " + (id ? "secret" : "id") + " is missing");
    }
    return new SettingsFinding(
        false, id ? "the app's id and secret are set" : "without app keys it cannot be connected");
  }

  /** Of a link Facebook shows what its page says; other words are taken of verified sites alone. */
  @Override
  public boolean makesCards() {
    return true;
  }

  /** Comments only where the person gave that permission, too. */
  @Override
  public Set<PostOption> options(Account account) {
    return PageChoice.mayComment(account) ? super.options(account) : Set.of();
  }

  @Override
  public Optional<String> lacks(Account account) {
    return PageChoice.mayComment(account)
        ? Optional.empty()
        : Optional.of("platform.login.lacks." + NAME + ".granted");
  }

  @Override
  public List<ToldLimit> limits(PlatformRequest request, Answered answer, Instant now) {
    return Usage.told(answer, now);
  }

  /** Who posts too fast may read; of the usage of the Page and of the app, everything takes. */
  @Override
  public NetworkQuota.Of refusedOf(PlatformRequest request, Answered refusal) {
    return GraphApi.error(refusal).filter(FacebookErrors::isTooFast).isPresent()
        ? NetworkQuota.Of.POSTS
        : NetworkQuota.Of.CALLS;
  }

  /** A reel that is begun: only the answer to the first call of its upload has its address. */
  @Override
  public List<Taken> took(PlatformRequest request, Answered answer) {
    return request.is("POST", VideoUpload.REELS)
            && GraphApi.good(answer)
                .filter(body -> body.hasNonNull(VideoUpload.ADDRESS))
                .isPresent()
        ? List.of(new Taken(NetworkQuota.Of.VIDEOS, false, 1))
        : List.of();
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    NetworkSettings settings = setup.settings();
    return new FacebookClient(
        setup.http(),
        new FacebookConfig(
            settings.text(APP_ID),
            settings.text(APP_SECRET),
            settings.address("web"),
            settings.address("graph"),
            settings.address("upload"),
            settings.text("graphVersion"),
            Arrays.stream(settings.text(PERMISSIONS).split("[\\s,]+", -1))
                .filter(name -> !name.isEmpty())
                .toList()),
        setup.clock());
  }

  @Override
  public String address(String account) {
    return "https://www.facebook.com/" + account;
  }

  /** An account without a name has its number behind the path. */
  @Override
  protected Optional<String> onPage(String host, String path, String query) {
    return super.onPage(host, path, query).flatMap(name -> PageAddresses.account(path, query));
  }

  @Override
  public String shown(String account) {
    return account;
  }
}
