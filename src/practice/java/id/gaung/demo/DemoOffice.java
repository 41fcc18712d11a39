package id.gaung.demo;

import id.gaung.campaign.CampaignFeature;
import id.gaung.catalogue.CatalogueFeature;
import id.gaung.channel.ChannelFeature;
import id.gaung.collaboration.CollaborationFeature;
import id.gaung.creator.Creators;
import id.gaung.engagement.EngagementFeature;
import id.gaung.identity.Office;
import id.gaung.kernel.Whatsapp;
import id.gaung.media.MediaFeature;
import id.gaung.media.Photos;
import id.gaung.ownpost.CreatorPosts;
import id.gaung.publishing.PublishingFeature;
import id.gaung.sandbox.AppPosts;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxFaults;
import id.gaung.sandbox.SandboxServers;
import java.util.Optional;

/**
 * The features with which the story is told.
 *
 * @param apps the networks' own apps, in the hands of people
 * @param networks where the practice networks are
 */
public record DemoOffice(
    DemoPeople people,
    CatalogueFeature catalogue,
    Creators creators,
    MediaFeature media,
    CampaignFeature campaign,
    CollaborationFeature collaboration,
    ChannelFeature channel,
    PublishingFeature publishing,
    EngagementFeature engagement,
    CreatorPosts creatorPosts,
    SandboxFaults faults,
    SandboxAccounts accounts,
    AppPosts apps,
    SandboxServers networks) {

  Photos photos() {
    return media.photos();
  }

  /** How the made-up office presents itself. */
  public static final Office OFFICE =
      new Office(
          "DKUMKMP Kota Balikpapan",
          "Kota Balikpapan",
          "Kalimantan Timur",
          Whatsapp.parse("0811-0000-123"),
          14,
          12,
          "Iklan – kerja sama DKUMKMP Kota Balikpapan",
          "Jalan Contoh 1, Balikpapan",
          Optional.empty(),
          0);
}
