package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.kernel.Tone;
import id.gaung.media.MediaItem;
import id.gaung.platform.ContentRules;
import id.gaung.platform.TextLength;
import id.gaung.publishing.ComposePost.PictureChoice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A text as one channel's network will count and show it.
 *
 * @param segments as they go out
 * @param issues what the network has against it, but for its length, which the counter tells
 * @param photoId the photo or video it goes out with, if that is stored already
 * @param video the same, if it is one
 * @param further the photos that follow the first there
 * @param leftOut how many more were chosen than the network takes
 * @param newPhoto whether it goes out with a picture that only the person's browser has yet
 * @param card of its link, if it shows nothing else
 * @param thread the further parts of its thread, in order
 * @param comment the first comment under it
 */
public record ChannelPreview(
    Channel channel,
    TextLength length,
    List<ContentRules.Segment> segments,
    List<ContentRules.Issue> issues,
    Optional<UUID> photoId,
    Optional<MediaItem> video,
    List<PictureChoice> further,
    int leftOut,
    boolean newPhoto,
    Optional<CardPreview> card,
    List<Part> thread,
    Optional<String> comment) {

  /** A further part of a thread. */
  public record Part(String text, TextLength length) {}

  private static final int FEW = 120;
  private static final int PARTS = 5;

  /** How many characters are left; less than none if there are too many. */
  public int left() {
    return length.limit() - length.used();
  }

  /** How that is to be taken: with few left it warns. */
  public Tone tone() {
    if (left() < 0) {
      return Tone.BAD;
    }
    return left() < FEW || left() < length.limit() / PARTS ? Tone.WAIT : Tone.GOOD;
  }
}
