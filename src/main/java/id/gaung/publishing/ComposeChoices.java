package id.gaung.publishing;

import id.gaung.campaign.Campaign;
import id.gaung.collaboration.DeliverableView;
import id.gaung.kernel.Page;
import id.gaung.media.MediaItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a post can be composed from.
 *
 * @param photos of approved content that has one
 * @param day on which it shall be; empty for soon
 * @param media of the library that it shall show
 */
public record ComposeChoices(
    Page<DeliverableView> approved,
    Map<UUID, UUID> photos,
    List<Campaign> campaigns,
    String day,
    Optional<MediaItem> media) {}
