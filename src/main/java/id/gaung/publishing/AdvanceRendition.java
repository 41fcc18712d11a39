package id.gaung.publishing;

/**
 * Do something to a rendition as its giver saw it.
 *
 * @param confirmTwin that it shall go out now although its channel has this text at this time
 *     already; means nothing where it does not go out by the order
 * @param version refused as stale if somebody changed it since
 */
public record AdvanceRendition(boolean confirmTwin, int version) {

  public AdvanceRendition(int version) {
    this(false, version);
  }
}
