package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The composer.
 *
 * @param source what is being composed: the deliverable's title and creator, or the campaign
 * @param products by id, to choose from
 * @param photoId of the deliverable, or uploaded a moment ago
 * @param fromCreator whether the content comes from an approved deliverable
 */
public record ComposePage(
    String source,
    String campaignName,
    Map<String, String> products,
    List<Channel> channels,
    Optional<UUID> photoId,
    boolean fromCreator,
    List<ChannelPreview> previews,
    Form form) {

  /** Addresses of posts with this text at this time, if it was refused for them. */
  public List<String> twins() {
    return Twins.addresses(form.refusal());
  }

  /** Whether something is wrong with what is typed for one channel alone. */
  public boolean hasError(Channel channel) {
    return form.errors().stream().anyMatch(e -> e.field().endsWith("-" + channel.id()));
  }

  /** The channels to choose from, by id. */
  public Map<String, String> channelOptions() {
    Map<String, String> options = new java.util.LinkedHashMap<>();
    channels.forEach(c -> options.put(c.id().toString(), c.shownAs()));
    return options;
  }
}
