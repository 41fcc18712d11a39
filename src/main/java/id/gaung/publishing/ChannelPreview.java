package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.platform.ContentRules;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A text as one channel's network will count and show it.
 *
 * @param segments as they go out
 * @param issues what the network has against it, but for its length, which the counter tells
 * @param photoId the picture it goes out with, if that is stored already
 * @param newPhoto whether it goes out with a picture that only the person's browser has yet
 */
public record ChannelPreview(
    Channel channel,
    ContentRules.TextLength length,
    List<ContentRules.Segment> segments,
    List<ContentRules.Issue> issues,
    Optional<UUID> photoId,
    boolean newPhoto) {}
