package id.gaung.task;

import id.gaung.channel.Channel;
import id.gaung.kernel.Network;
import id.gaung.platform.PostOption;
import id.gaung.platform.PublishStep.Draft;
import id.gaung.publishing.FollowingWords;
import id.gaung.publishing.HandedDraft;
import id.gaung.publishing.RenditionPicture;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A post on one account.
 *
 * @param links in its text
 * @param draft whether one waits in the network's app; empty where none was to be put there
 * @param open whether its address is waited for
 */
public record TaskAccount(
    RenditionRow row,
    Channel channel,
    List<RenditionPicture> pictures,
    List<String> links,
    Optional<HandedDraft> draft,
    boolean open) {

  /** What is pasted below the caption is not among them: {@link #following}. */
  private static final Set<PostOption> WORDS = Set.of(PostOption.TITLE);

  private static final Set<PostOption> BELOW = Set.of(PostOption.THREAD, PostOption.FIRST_COMMENT);

  public Network network() {
    return channel.network();
  }

  public boolean isVideo() {
    return pictures.stream().anyMatch(RenditionPicture::video);
  }

  /** Whether the person goes on from a draft. */
  public boolean isDrafted() {
    return draft.filter(one -> one.draft() == Draft.THERE).isPresent();
  }

  /** What is pasted into a field of its own, such as a title, in the order of its options. */
  public Map<PostOption, String> words() {
    return said(option -> WORDS.contains(option));
  }

  /** What is only switched on or chosen. */
  public Map<PostOption, String> choices() {
    return said(option -> !WORDS.contains(option) && !BELOW.contains(option));
  }

  /** What the person puts under the post once it is out, part by part. */
  public FollowingWords following() {
    return row.following();
  }

  private Map<PostOption, String> said(Predicate<PostOption> wanted) {
    Map<PostOption, String> said = new EnumMap<>(PostOption.class);
    for (PostOption option : PostOption.values()) {
      String value = row.options().getOrDefault(option.name(), "");
      if (wanted.test(option) && !value.isEmpty()) {
        said.put(option, value);
      }
    }
    return said;
  }

  public String field() {
    return "url-" + row.id();
  }

  public boolean isOut() {
    return row.state() == RenditionState.PUBLISHED;
  }
}
