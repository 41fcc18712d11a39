package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.platform.ContentRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Shows texts as the networks will. */
public final class Previews {

  private final Channels channels;
  private final Platforms platforms;

  Previews(Channels channels, Platforms platforms) {
    this.channels = channels;
    this.platforms = platforms;
  }

  /**
   * One for each channel that exists, in the given order.
   *
   * @param textOf the text on a channel
   */
  public List<ChannelPreview> of(List<UUID> channelIds, Function<UUID, String> textOf) {
    Map<UUID, Channel> known = channels.find(channelIds);
    List<ChannelPreview> previews = new ArrayList<>();
    for (UUID id : channelIds) {
      Channel channel = known.get(id);
      if (channel != null) {
        platforms
            .find(channel.network())
            .map(platform -> platform.rules(channel.account()))
            .ifPresent(rules -> previews.add(preview(channel, rules, textOf.apply(id))));
      }
    }
    return previews;
  }

  private static ChannelPreview preview(Channel channel, ContentRules rules, String text) {
    return new ChannelPreview(
        channel,
        rules.length(text),
        rules.segments(text),
        rules.pictures().maxCount(),
        rules.textAlone());
  }
}
