package id.gaung.publishing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import id.gaung.collaboration.ApprovedContent;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.platform.PostOption;
import id.gaung.platform.PostText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The post on one channel.
 *
 * @param dueAt WITA
 * @param pictures photos in order, or one video
 * @param options of those that its network offers; see {@link PostOption}
 */
public record ComposedRendition(
    UUID channelId,
    String text,
    LocalDateTime dueAt,
    List<ComposePost.PictureChoice> pictures,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<PostOption, String> options) {

  public ComposedRendition {
    text = PostText.of(text);
    pictures = List.copyOf(pictures);
    options = Map.copyOf(options);
  }

  /** With nothing said beside its text. */
  public ComposedRendition(
      UUID channelId, String text, LocalDateTime dueAt, List<ComposePost.PictureChoice> pictures) {
    this(channelId, text, dueAt, pictures, Map.of());
  }

  /**
   * Whether this is the very text that was approved, with the video or the photos that were: all of
   * them, or the first ones where a network takes fewer. What follows it nobody has approved.
   */
  boolean isAsApproved(ApprovedContent content) {
    List<UUID> approved = content.media().stream().map(DraftPhoto::photoId).toList();
    List<UUID> chosen = pictures.stream().map(ComposePost.PictureChoice::photoId).toList();
    return new PostOptions(options).following().isEmpty()
        && text.strip().equals(PostText.of(content.caption()).strip())
        && chosen.size() <= approved.size()
        && chosen.isEmpty() == approved.isEmpty()
        && chosen.equals(approved.subList(0, chosen.size()));
  }
}
