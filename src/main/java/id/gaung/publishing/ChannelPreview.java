package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.platform.ContentRules;
import java.util.List;

/**
 * A text as one channel's network will count and show it.
 *
 * @param pictures at most
 */
public record ChannelPreview(
    Channel channel,
    ContentRules.TextLength length,
    List<ContentRules.Segment> segments,
    int pictures,
    boolean textAlone) {}
