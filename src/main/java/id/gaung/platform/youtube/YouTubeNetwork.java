package id.gaung.platform.youtube;

import id.gaung.platform.Attachment;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.ContentRules.Issue;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkCounts;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.platform.RateBase;
import id.gaung.platform.SocialPlatform;
import id.gaung.platform.Traits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * YouTube: videos and Shorts. What a project uploads whose audit is not passed is locked private,
 * so a person uploads.
 */
public final class YouTubeNetwork extends NetworkModule {

  private static final int LONGEST_TITLE = 100;

  private static final Traits TRAITS =
      Traits.byHand(
          Set.of(Attachment.Kind.VIDEO),
          Set.of(PostOption.TITLE, PostOption.PAID_PARTNERSHIP, PostOption.AI_LABEL),
          new NetworkCounts(
              Set.of(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS),
              Set.of(Metric.LIKES, Metric.COMMENTS),
              List.of(RateBase.VIEWS)));

  public YouTubeNetwork() {
    super(
        new Naming(
            "YOUTUBE",
            "YouTube",
            40,
            "RaniKuliner",
            "[\\p{L}\\p{N}._·-]{3,30}",
            List.of("youtube.com")),
        TRAITS);
  }

  @Override
  public SocialPlatform client(ClientSetup setup) {
    return new YouTubeClient();
  }

  /** A title of its own, without the two signs that YouTube refuses. */
  @Override
  public List<Issue> against(Map<PostOption, String> options) {
    String title = options.getOrDefault(PostOption.TITLE, "").strip();
    if (title.isEmpty()) {
      return List.of(Issue.of("content.title-missing"));
    }
    if (title.length() > LONGEST_TITLE) {
      return List.of(Issue.of("content.title-too-long", title.length(), LONGEST_TITLE));
    }
    return YouTubeRules.angle(title).stream().toList();
  }

  @Override
  public String address(String account) {
    return "https://www.youtube.com/@" + account;
  }

  @Override
  protected Optional<String> onPage(String host, String path) {
    return super.onPage(host, path.replaceFirst("^(?:c|user)/", ""));
  }
}
