package id.gaung.publishing;

import id.gaung.campaign.Campaigns;
import id.gaung.collaboration.Deliverables;
import java.util.List;

/** The other features an engine asks and tells. */
record EngineSurroundings(
    Campaigns campaigns,
    Deliverables deliverables,
    MediaSource media,
    List<RenditionListener> listeners,
    PublishingMetrics metrics) {

  /** With figures that nobody reads. */
  EngineSurroundings(
      Campaigns campaigns,
      Deliverables deliverables,
      MediaSource media,
      List<RenditionListener> listeners) {
    this(campaigns, deliverables, media, listeners, new PublishingMetrics());
  }
}
