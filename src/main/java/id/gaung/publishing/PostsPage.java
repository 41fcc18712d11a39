package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.kernel.Page;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A list of renditions. */
public record PostsPage(
    Page<RenditionRow> rows,
    Map<UUID, Channel> channels,
    Map<UUID, String> campaigns,
    Map<UUID, PausedPosts.Pause> pauses,
    Optional<RenditionState> state) {

  public Optional<PausedPosts.Pause> pause(RenditionRow row) {
    return Optional.ofNullable(pauses.get(row.id()));
  }

  public Optional<String> trouble(RenditionRow row) {
    return Optional.ofNullable(channels.get(row.channelId()))
        .flatMap(channel -> RenditionCard.trouble(row, channel));
  }

  public String channel(RenditionRow row) {
    return Optional.ofNullable(channels.get(row.channelId())).map(Channel::shownAs).orElse("");
  }

  public String campaign(RenditionRow row) {
    return campaigns.getOrDefault(row.campaignId(), "");
  }
}
