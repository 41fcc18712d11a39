package id.gaung;

import id.gaung.audit.Foundation;
import id.gaung.campaign.CampaignFeature;
import id.gaung.catalogue.CatalogueFeature;
import id.gaung.channel.ChannelFeature;
import id.gaung.engagement.Watches;
import id.gaung.found.FoundFeature;
import id.gaung.identity.IdentityFeature;
import id.gaung.jobs.Schedule;
import id.gaung.publishing.PublishingFeature;
import id.gaung.removal.RemovalFeature;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.List;
import java.util.stream.Stream;

/** What is done with posts on their networks beside publishing and measuring them. */
record OnNetworks(RemovalFeature removal, FoundFeature found) {

  static OnNetworks of(
      Foundation foundation,
      ChannelFeature channel,
      PublishingFeature publishing,
      Watches watches,
      IdentityFeature identity,
      CampaignFeature campaign,
      CatalogueFeature catalogue) {
    return new OnNetworks(
        new RemovalFeature(foundation, channel, publishing, identity.people()),
        new FoundFeature(
            foundation,
            publishing.found(),
            watches,
            channel,
            campaign.campaigns(),
            catalogue.products()));
  }

  void register(JerseyEnvironment jersey) {
    removal.register(jersey);
    found.register(jersey);
  }

  List<Schedule> schedules() {
    return Stream.concat(removal.schedules().stream(), found.schedules().stream()).toList();
  }
}
