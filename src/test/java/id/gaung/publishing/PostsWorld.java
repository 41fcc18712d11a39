package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.DeliverableState;
import id.gaung.collaboration.Offer;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.media.MediaFeature;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import id.gaung.web.Formats;
import id.gaung.web.Frame;
import id.gaung.web.Language;
import id.gaung.web.TestViewer;
import id.gaung.web.Texts;
import id.gaung.web.Upload;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Publishing with its neighbours as they are, and a network that does as it is told. */
@Tag("database")
abstract class PostsWorld {

  static final Pattern MISSING = Pattern.compile("![a-z]+\\.[\\w.-]+!");
  static final Texts TEXTS =
      Texts.load(List.of("web", "platform", "channel", "channel-connect", "publishing"));
  static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  /** As it is approved: drafts begin with the offer's ad line. */
  static final String CAPTION = "Iklan – kerja sama dengan Dinas UMKM\nAmplang renyah! #umkm";

  static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 24, 19, 30);

  @TempDir Path folder;

  final World world = new World();
  final FakePlatform network;
  final List<PublishedRendition> news = Collections.synchronizedList(new ArrayList<>());
  ChannelFeature channels;
  MediaFeature media;
  PublishingFeature publishing;
  UUID channel;

  PostsWorld() {
    this(Nets.BLUESKY);
  }

  PostsWorld(Network network) {
    this.network = new FakePlatform(network);
  }

  @BeforeEach
  void prepare() {
    // The switch names a person, so it went with the people of the world before.
    world.jdbi.useHandle(
        h ->
            h.execute(
                "insert into publishing_switch (stopped) values (false)"
                    + " on conflict (only_one) do update set stopped = false"));
    URI url = URI.create("https://gaung.test");
    channels =
        new ChannelFeature(
            world.foundation,
            new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people(),
            new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
            List.of(network),
            url);
    media = new MediaFeature(world.foundation, folder, url, new byte[32]);
    publishing =
        new PublishingFeature(
            world.foundation,
            channels,
            world.campaign.campaigns(),
            world.products,
            world.collaboration.deliverables(),
            media,
            new IdentityFeature(world.foundation, true, url).people(),
            PublishingRules.of(Duration.ofMinutes(60), 4),
            "test");
    publishing.listen(news::addAll);
    world.campaign.steps().listen(publishing.campaignListener());
    channel = channel("kota");
  }

  UUID channel(String handle) {
    return channels
        .connections()
        .connect(
            world.person("Ayu", Role.ADMIN),
            new ConnectChannel(network.network(), Map.of("handle", handle, "secret", "s"), ""))
        .channelId()
        .orElseThrow();
  }

  /** A deliverable whose draft was approved. */
  UUID approved() {
    return approved(Optional.empty());
  }

  UUID approved(Optional<Upload> photo) {
    Offer offer = world.acceptedOffer();
    UUID id = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    world
        .collaboration
        .submissions()
        .submit(
            world.token(offer),
            id,
            new SubmitDraft(CAPTION, photo.map(p -> "Sepiring amplang").orElse(""), false),
            photo);
    world.collaboration.reviews().approve(world.staff, id, ApproveDraft.plain());
    return id;
  }

  ComposePost post(UUID deliverable, ComposedRendition... renditions) {
    return new ComposePost(
        Optional.of(deliverable), Optional.empty(), List.of(), List.of(renditions));
  }

  ComposedRendition on(UUID channelId) {
    return new ComposedRendition(channelId, CAPTION, EVENING, List.of());
  }

  RenditionRow only(UUID post) {
    List<RenditionRow> rows = publishing.posts().renditions(post);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  DeliverableState stateOf(UUID deliverable) {
    return world.collaboration.deliverables().find(deliverable).orElseThrow().state();
  }

  void stepTo(LocalDateTime local) {
    world.clock.step(Duration.between(world.clock.instant(), Wita.instant(local)));
  }

  static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  UUID photo() throws IOException {
    return media.photos().store(world.staff, new ByteArrayInputStream(picture()), "foto.jpg").id();
  }

  UUID own() {
    return own(new ComposedRendition(channel, "Kabar kantor. #umkm", EVENING, List.of()));
  }

  UUID own(ComposedRendition rendition) {
    return publishing
        .posts()
        .compose(
            world.staff,
            new ComposePost(
                Optional.empty(),
                Optional.of(world.activeCampaign()),
                List.of(world.product),
                List.of(rendition)));
  }

  /** A post whose answer was lost and that no look-up can tell of. */
  UUID uncertain() {
    LocalDateTime now = Wita.dateTime(world.clock.instant()).plusMinutes(1);
    UUID id =
        publishing
            .posts()
            .compose(
                world.staff,
                new ComposePost(
                    Optional.of(approved()),
                    Optional.empty(),
                    List.of(),
                    List.of(new ComposedRendition(channel, CAPTION, now, List.of())),
                    true));
    network.then(call -> new PublishStep.Unknown(Failure.of(Failure.Kind.TRANSIENT, "reset", "")));
    for (int i = 0; i < 4; i++) {
      network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
    }
    for (int minute = 0; minute < 20; minute++) {
      world.clock.step(Duration.ofMinutes(1));
      publishing.engine().runOnce();
    }
    assertThat(only(id).needsDecision()).isTrue();
    return id;
  }

  static void refused(String key, Runnable command) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo(key));
  }

  static String render(View view) {
    String shown = "";
    for (Language language : List.of(Language.EN, Language.ID)) {
      Frame frame =
          new Frame(
              language,
              id.gaung.web.Theme.SYSTEM,
              TEXTS.in(language),
              new Formats(language),
              Optional.empty(),
              "csrf",
              "/posts",
              "/posts",
              false,
              List.of(),
              Optional.empty(),
              id.gaung.web.OfficeMark.named("Dinas UMKM"));
      StringOutput out = new StringOutput();
      ENGINE.render(view.template(), Map.of("page", view.page(), "frame", frame), out);
      shown = out.toString();
      assertThat(MISSING.matcher(shown).results().map(m -> m.group()).toList())
          .as(view.template())
          .isEmpty();
    }
    return shown;
  }

  static Viewer viewer(Actor actor) {
    return new TestViewer(actor);
  }
}
