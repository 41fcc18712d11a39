package id.gaung.platform.youtube;

import id.gaung.platform.Ability;
import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Login;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.Permit;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishMode;
import id.gaung.platform.RateBase;
import id.gaung.platform.SettingsFinding;
import id.gaung.platform.Settling;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.ToldLimit;
import id.gaung.platform.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * YouTube: videos and Shorts. What a project uploads whose audit is not passed is locked private,
 * so a person uploads until the audit is recorded.
 */
public final class YouTubeNetwork extends NetworkModule {

  static final String NAME = "YOUTUBE";

  private static final String CLIENT_ID = "clientId";
  private static final String CLIENT_SECRET = "clientSecret";
  private static final String API_KEY = "apiKey";

  /** Of a project and a day of Google's, all accounts together. */
  private static final int UPLOADS = 100;

  private static final int UNITS = 10_000;

  private static final Traits TRAITS =
      new Traits(
          List.of(PublishMode.BY_HAND, PublishMode.API),
          Set.of(Login.CONSENT),
          Set.of(Attachment.Kind.VIDEO),
          Set.of(
              PostOption.TITLE,
              PostOption.PRIVACY,
              PostOption.PAID_PARTNERSHIP,
              PostOption.AI_LABEL),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS),
              Set.of(Metric.LIKES, Metric.COMMENTS),
              List.of(RateBase.VIEWS)),
          VideoFigures.BATCH,
          List.of(
              new NetworkQuota(Of.VIDEOS, UPLOADS, Duration.ofDays(1), NetworkQuota.Told.NEVER),
              new NetworkQuota(Of.CALLS, UNITS, Duration.ofDays(1), NetworkQuota.Told.NEVER)),
          Settling.PREPARED_THEN_LIST,
          Set.of(Ability.DELETE, Ability.LIST));

  public YouTubeNetwork() {
    super(
        new Naming(
            NAME, "YouTube", 40, "RaniKuliner", "[\\p{L}\\p{N}._·-]{3,30}", List.of("youtube.com")),
        TRAITS);
  }

  /** The office's own project in the Google Cloud console; without it nobody is connected. */
  @Override
  public List<NetworkSettings.Key> settings() {
    return List.of(
        NetworkSettings.Key.text(CLIENT_ID, ""),
        NetworkSettings.Key.secret(CLIENT_SECRET),
        NetworkSettings.Key.secret(API_KEY),
        NetworkSettings.Key.address("auth", "https://accounts.google.com"),
        NetworkSettings.Key.address("token", "https://oauth2.googleapis.com"),
        NetworkSettings.Key.address("api", "https://www.googleapis.com"),
        NetworkSettings.Key.address("upload", "https://www.googleapis.com"),
        NetworkSettings.Key.address("web", "https://www.youtube.com"));
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    boolean id = !settings.text(CLIENT_ID).isBlank();
    boolean secret = !settings.text(CLIENT_SECRET).isBlank();
    if (id != secret) {
      return new SettingsFinding(
          true, "the OAuth client's " + (id ? "secret" : "id") + " is missing");
    }
    String login =
        id ? "the OAuth client is set" : "without an OAuth client it cannot be connected";
    String key =
        settings.text(API_KEY).isBlank() ? "" : "; public counts are read with the API key";
    return new SettingsFinding(false, login + key);
  }

  /** Accounts are connected and read; uploads wait for Google's audit. */
  @Override
  public Permit permit() {
    return Permit.FOR_PUBLISHING;
  }

  @Override
  public List<String> choices(PostOption option) {
    return option == PostOption.PRIVACY ? VideoMetadata.PRIVACY : List.of();
  }

  /** Nothing is told before a day's quota of the project is used up, which stops every account. */
  @Override
  public List<ToldLimit> limits(PlatformRequest request, Answered answer, Instant now) {
    if (!YouTubeErrors.isProjectQuota(answer)) {
      return List.of();
    }
    boolean upload = request.is("POST", UploadSession.PATH);
    int most = upload ? UPLOADS : UNITS;
    return List.of(
        new ToldLimit(
            upload ? Of.VIDEOS : Of.CALLS,
            true,
            most,
            most,
            false,
            Optional.of(now.plus(YouTubeErrors.untilMidnight(now)))));
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    NetworkSettings settings = setup.settings();
    return new YouTubeClient(
        setup.http(),
        new YouTubeConfig(
            settings.text(CLIENT_ID),
            settings.text(CLIENT_SECRET),
            settings.text(API_KEY),
            settings.address("auth"),
            settings.address("token"),
            settings.address("api"),
            settings.address("upload"),
            settings.address("web")),
        setup.clock());
  }

  /** A title of its own, without the two signs that YouTube refuses. */
  @Override
  public List<Issue> against(Map<PostOption, String> options) {
    String title = options.getOrDefault(PostOption.TITLE, "").strip();
    if (title.isEmpty()) {
      return List.of(Issue.of("content.title-missing"));
    }
    if (title.length() > VideoMetadata.LONGEST_TITLE) {
      return List.of(
          Issue.of("content.title-too-long", title.length(), VideoMetadata.LONGEST_TITLE));
    }
    return YouTubeRules.angle(title).stream().toList();
  }

  @Override
  public String address(String account) {
    String path = VideoAddresses.isChannelId(account) ? "channel/" : "@";
    return "https://www.youtube.com/" + path + account;
  }

  @Override
  protected Optional<String> onPage(String host, String path) {
    return super.onPage(host, path.replaceFirst("^(?:c|user)/", ""));
  }
}
