package id.gaung.platform.youtube;

import id.gaung.platform.ClientSetup;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.Permit;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostOption;
import id.gaung.platform.SettingsFinding;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.Taken;
import id.gaung.platform.ToldLimit;
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

  /** First parts of paths that are no channels. */
  private static final Set<String> NOBODY =
      Set.of("watch", "shorts", "live", "embed", "playlist", "results", "feed", "hashtag", "post");

  private static final Duration KEPT = Duration.ofDays(30);

  /** Units. */
  private static final int CHANGE = 50;

  private static final int LONGEST_COMMENT = 10_000;

  public YouTubeNetwork() {
    super(
        new Naming(
            NAME, "YouTube", 40, "RaniKuliner", "[\\p{L}\\p{N}._·-]{3,30}", List.of("youtube.com")),
        YouTubeTraits.TRAITS);
  }

  /** The office's own project in the Google Cloud console; without it nobody is connected. */
  @Override
  public List<NetworkSettings.Key> settings() {
    return YouTubeSettings.KEYS;
  }

  @Override
  public SettingsFinding judge(NetworkSettings settings) {
    return YouTubeSettings.judge(settings);
  }

  /** Accounts are connected and read; uploads wait for Google's audit. */
  @Override
  public Permit permit() {
    return Permit.FOR_PUBLISHING;
  }

  /** YouTube's developer policies: what is stored is refreshed or deleted within 30 days. */
  @Override
  public Optional<Duration> readingsKept() {
    return Optional.of(KEPT);
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
    int most = upload ? YouTubeTraits.UPLOADS : YouTubeTraits.UNITS;
    return List.of(
        new ToldLimit(
            upload ? Of.VIDEOS : Of.CALLS,
            true,
            most,
            most,
            false,
            Optional.of(now.plus(PacificDay.left(now)))));
  }

  /** Google counts what a project asks in a minute, whatever it is; uploads of a channel apart. */
  @Override
  public Of refusedOf(PlatformRequest request, Answered refusal) {
    return YouTubeErrors.isUploadRate(refusal) ? Of.VIDEOS : Of.CALLS;
  }

  /**
   * Uploads count one by one when they are begun, and nothing else; of the units a read takes one
   * and what changes anything fifty ("Quota calculator"). The calls of an upload that is under way
   * go to its session and take nothing.
   */
  @Override
  public List<Taken> took(PlatformRequest request, Answered answer) {
    if (request.is("POST", UploadSession.PATH)) {
      return List.of(new Taken(Of.VIDEOS, true, 1));
    }
    return request.isUnder(YouTubeApi.ROOT)
        ? List.of(new Taken(Of.CALLS, true, request.isA("GET") ? 1 : CHANGE))
        : List.of();
  }

  /** How long one may be is not documented; its own page takes so many characters. */
  @Override
  public List<Issue> againstComment(String text) {
    return text.length() > LONGEST_COMMENT
        ? List.of(Issue.of("content.text-too-long", text.length(), LONGEST_COMMENT))
        : List.of();
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new YouTubeClient(setup.http(), YouTubeSettings.config(setup.settings()), setup.clock());
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
    return super.onPage(host, path.replaceFirst("^(?:c|user|channel)/", ""))
        .filter(name -> !NOBODY.contains(name));
  }
}
