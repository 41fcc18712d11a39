package id.gaung.publishing;

import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.Products;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.collaboration.Deliverables;
import id.gaung.identity.People;
import id.gaung.media.PhotoLinks;
import id.gaung.media.Photos;

/** The facades publishing stands on. */
public record Neighbours(
    Channels channels,
    Platforms platforms,
    Campaigns campaigns,
    Products products,
    Deliverables deliverables,
    Photos photos,
    PhotoLinks photoLinks,
    People people) {}
