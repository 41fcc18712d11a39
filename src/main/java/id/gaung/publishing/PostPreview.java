package id.gaung.publishing;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The counters and previews alone.
 *
 * @param review whether a colleague looks at it first
 * @param due when it is to go out, WITA, if that can be read
 * @param shown the network whose preview the reader looks at, by its number; empty for the first
 * @param photoId that it goes out with, if that is stored already
 */
public record PostPreview(
    List<ChannelPreview> previews,
    boolean review,
    Optional<LocalDateTime> due,
    String shown,
    Optional<UUID> photoId) {

  /** Whether the preview of this number is the one to look at. */
  public boolean isShown(int number) {
    boolean known = shown.matches("[1-9][0-9]?") && Integer.parseInt(shown) <= previews.size();
    return known ? shown.equals(Integer.toString(number)) : number == 1;
  }

  /** The network's name; the account's where several of its accounts stand beside each other. */
  public String name(ChannelPreview one) {
    boolean alone =
        previews.stream()
                .filter(other -> other.channel().network().equals(one.channel().network()))
                .count()
            == 1;
    return alone ? one.channel().network().label() : "@" + one.channel().handle();
  }

  public Optional<ChannelPreview> tooLong() {
    return previews.stream().filter(one -> !one.length().fits()).findFirst();
  }
}
