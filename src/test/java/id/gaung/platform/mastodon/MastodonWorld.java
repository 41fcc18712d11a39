package id.gaung.platform.mastodon;

import static id.gaung.platform.mastodon.MastodonFixture.START;
import static id.gaung.platform.mastodon.MastodonFixture.publication;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Connecting;
import id.gaung.platform.Failure;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;

/** A client before a server that answers as it is told. */
abstract class MastodonWorld {

  static final URI CALLBACK = URI.create("https://gaung.example/channels/oauth/mastodon/callback");
  static final String V2 =
      """
      {"domain":"social.example","version":"2.7.2 (compatible; Other 0.16)","configuration":{
       "statuses":{"max_characters":5000,"max_media_attachments":6,"characters_reserved_per_url":25},
       "media_attachments":{"supported_mime_types":["image/png","image/jpeg","video/mp4"],
        "description_limit":1500,"image_size_limit":10485760}}}""";
  static final String APP = "{\"id\":\"1\",\"client_id\":\"cid\",\"client_secret\":\"csecret\"}";

  final ScriptedServer server = new ScriptedServer();
  final SteppedClock clock = new SteppedClock(START);
  final MastodonClient client = new MastodonClient(server.http, server.hosts, clock);
  final Access access = MastodonFixture.access(server.address());

  @AfterEach
  void stop() {
    server.close();
  }

  static Failure refused(Connecting connecting) {
    assertThat(connecting).isInstanceOf(Connecting.Refused.class);
    return ((Connecting.Refused) connecting).failure();
  }

  static PublishStep.Continue goesOn(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Continue.class);
    return (PublishStep.Continue) step;
  }

  static PublishStep.Failed failed(PublishStep step) {
    assertThat(step).isInstanceOf(PublishStep.Failed.class);
    return (PublishStep.Failed) step;
  }

  /** A checkpoint just before the status is posted. */
  Checkpoint marked(Publication publication) {
    Checkpoint checkpoint = Checkpoint.START;
    for (int i = 0; i < publication.pictures().size(); i++) {
      server.json(200, "{\"id\":\"m" + i + "\",\"type\":\"image\"}");
      checkpoint = goesOn(client.publish(access, publication, checkpoint)).checkpoint();
      server.taken();
    }
    return goesOn(client.publish(access, publication, checkpoint)).checkpoint();
  }
}
