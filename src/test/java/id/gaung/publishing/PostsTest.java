package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.gaung.campaign.CampaignStep;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.ConnectChannel;
import id.gaung.channel.FakePlatform;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.ContentDraft;
import id.gaung.collaboration.DeliverableState;
import id.gaung.collaboration.Offer;
import id.gaung.collaboration.ReviewOrder;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.media.MediaFeature;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.Network;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.ComposePost.PictureChoice;
import id.gaung.publishing.SettleRendition.Settlement;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Frame;
import id.gaung.web.Language;
import id.gaung.web.Texts;
import id.gaung.web.Upload;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import jakarta.ws.rs.core.Response;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Composing, and what people do to posts afterwards, with the neighbours as they are. */
class PostsTest {

  private static final Pattern MISSING = Pattern.compile("![a-z]+\\.[\\w.-]+!");
  private static final Texts TEXTS =
      Texts.load(List.of("web", "platform", "channel", "channel-connect", "publishing"));
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
  private static final String CAPTION = "Amplang renyah! #umkm";
  private static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 24, 19, 30);

  @TempDir private Path folder;

  private final World world = new World();
  private final FakePlatform network = new FakePlatform(Network.BLUESKY);
  private final List<PublishedRendition> news = Collections.synchronizedList(new ArrayList<>());
  private ChannelFeature channels;
  private PublishingFeature publishing;
  private Neighbours neighbours;
  private UUID channel;

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
            new Sealing("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)),
            List.of(network),
            url);
    MediaFeature media = new MediaFeature(world.foundation, folder, url, new byte[32]);
    neighbours =
        new Neighbours(
            channels.channels(),
            channels.platforms(),
            world.campaign.campaigns(),
            world.products,
            world.collaboration.deliverables(),
            media.photos(),
            media.links(),
            new IdentityFeature(world.foundation, true, url, Optional::empty).people());
    publishing =
        new PublishingFeature(
            world.foundation, neighbours, PublishingRules.of(Duration.ofMinutes(60), 4), "test");
    publishing.listen(news::addAll);
    world.campaign.steps().listen(publishing.campaignListener());
    channel = channel("kota");
  }

  private UUID channel(String handle) {
    return channels
        .connections()
        .connect(
            world.person("Ayu", Role.ADMIN),
            new ConnectChannel(Network.BLUESKY, Map.of("handle", handle, "secret", "s"), ""))
        .channelId()
        .orElseThrow();
  }

  /** A deliverable whose draft was approved. */
  private UUID approved() {
    return approved(Optional.empty());
  }

  private UUID approved(Optional<Upload> photo) {
    Offer offer = world.acceptedOffer();
    UUID id = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    world
        .collaboration
        .submissions()
        .submit(
            world.token(offer),
            id,
            new ContentDraft(CAPTION, photo.map(p -> "Sepiring amplang").orElse(""), false),
            photo);
    world.collaboration.reviews().approve(world.staff, id, ReviewOrder.plain());
    return id;
  }

  private ComposePost post(UUID deliverable, ComposePost.Rendition... renditions) {
    return new ComposePost(
        Optional.of(deliverable), Optional.empty(), List.of(), List.of(renditions));
  }

  private ComposePost.Rendition on(UUID channelId) {
    return new ComposePost.Rendition(channelId, CAPTION, EVENING, List.of());
  }

  private RenditionRow only(UUID post) {
    List<RenditionRow> rows = publishing.posts().renditions(post);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private DeliverableState stateOf(UUID deliverable) {
    return world.collaboration.deliverables().find(deliverable).orElseThrow().state();
  }

  private void stepTo(LocalDateTime local) {
    world.clock.step(Duration.between(world.clock.instant(), Wita.instant(local)));
  }

  @Test
  void approved_content_is_scheduled_goes_out_at_its_time_and_the_deliverable_is_live() {
    UUID deliverable = approved();
    UUID other = channel("umkm");
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel), on(other)));
    assertThat(publishing.posts().renditions(id))
        .allSatisfy(r -> assertThat(r.state()).isEqualTo(RenditionState.SCHEDULED));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.SCHEDULED);
    assertThat(publishing.posts().productIds(id)).containsExactly(world.product);

    publishing.engine().runOnce();
    assertThat(network.calls).isEmpty();
    stepTo(EVENING);
    publishing.engine().runOnce();

    assertThat(publishing.posts().renditions(id))
        .allSatisfy(r -> assertThat(r.state()).isEqualTo(RenditionState.PUBLISHED));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.LIVE);
    assertThat(news).hasSize(2);
    assertThat(publishing.renditions().remote(news.stream().map(n -> n.renditionId()).toList()))
        .hasSize(2);
  }

  @Test
  void a_photo_is_sent_fit_for_the_network_with_its_description() throws IOException {
    UUID photo =
        neighbours
            .photos()
            .store(world.staff, new ByteArrayInputStream(picture()), "foto.jpg")
            .id();
    UUID id =
        own(
            new ComposePost.Rendition(
                channel, "Teks", EVENING, List.of(new PictureChoice(photo, "Amplang"))));
    publishing.renditions().approve(world.approver, only(id).id(), new RenditionOrder(0));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(network.calls)
        .singleElement()
        .satisfies(
            call -> {
              var picture = call.publication().pictures().get(0);
              assertThat(picture.altText()).isEqualTo("Amplang");
              assertThat(picture.width()).isBetween(320, 1440);
              assertThat(picture.publicUrl().toString()).startsWith("https://gaung.test/media/");
              try (var in = picture.content().open()) {
                assertThat(in.readAllBytes()).hasSize((int) picture.bytes());
              }
            });
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  @Test
  void what_a_network_does_not_take_is_refused_naming_the_channel() {
    ComposePost tooLong =
        post(approved(), new ComposePost.Rendition(channel, "x".repeat(301), EVENING, List.of()));
    assertThatThrownBy(() -> publishing.posts().compose(world.staff, tooLong))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.errors())
                    .singleElement()
                    .satisfies(e -> assertThat(e.field()).isEqualTo("text-" + channel))
                    .satisfies(e -> assertThat(e.key()).isEqualTo("content.text-too-long")));
  }

  @Test
  void content_is_posted_once_until_its_post_is_called_off() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    refused(
        "publishing.refused.posted",
        () -> publishing.posts().compose(world.staff, post(deliverable, on(channel))));
    publishing.renditions().cancel(world.staff, only(id).id(), new ReasonedOrder("Salah foto", 0));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.APPROVED);
    publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.SCHEDULED);
  }

  @Test
  void a_time_that_has_passed_is_refused() {
    ComposePost late =
        post(approved(), new ComposePost.Rendition(channel, "x", EVENING.minusDays(1), List.of()));
    assertThatThrownBy(() -> publishing.posts().compose(world.staff, late))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.errors())
                    .singleElement()
                    .satisfies(e -> assertThat(e.key()).isEqualTo("publishing.due-past")));
  }

  @Test
  void a_post_of_the_offices_own_is_reviewed_by_somebody_else() {
    UUID id = own();
    RenditionRow row = only(id);
    assertThat(row.state()).isEqualTo(RenditionState.IN_REVIEW);
    refused(
        "publishing.refused.own-post",
        () -> publishing.renditions().approve(world.staff, row.id(), new RenditionOrder(0)));
    publishing
        .renditions()
        .sendBack(world.approver, row.id(), new ReasonedOrder("Sebut harganya", 0));
    assertThat(only(id).state()).isEqualTo(RenditionState.DRAFT);
    publishing
        .renditions()
        .revise(world.staff, row.id(), new ReviseRendition("Amplang Rp25.000", only(id).version()));
    publishing
        .renditions()
        .approve(world.approver, row.id(), new RenditionOrder(only(id).version()));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(only(id).text()).isEqualTo("Amplang Rp25.000");
  }

  private UUID own() {
    return own(on(channel));
  }

  private UUID own(ComposePost.Rendition rendition) {
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

  @Test
  void what_differs_from_what_was_approved_is_reviewed_by_somebody_else_first() throws IOException {
    UUID shortened = channel("pendek");
    UUID pictured = channel("foto");
    UUID photo =
        neighbours
            .photos()
            .store(world.staff, new ByteArrayInputStream(picture()), "foto.jpg")
            .id();
    UUID id =
        publishing
            .posts()
            .compose(
                world.staff,
                post(
                    approved(),
                    new ComposePost.Rendition(channel, CAPTION + "\r\n ", EVENING, List.of()),
                    new ComposePost.Rendition(shortened, "Amplang!", EVENING, List.of()),
                    new ComposePost.Rendition(
                        pictured, CAPTION, EVENING, List.of(new PictureChoice(photo, "")))));
    Map<UUID, RenditionState> states = new HashMap<>();
    publishing.posts().renditions(id).forEach(r -> states.put(r.channelId(), r.state()));
    assertThat(states)
        .containsEntry(channel, RenditionState.SCHEDULED)
        .containsEntry(shortened, RenditionState.IN_REVIEW)
        .containsEntry(pictured, RenditionState.IN_REVIEW);
    RenditionRow changed =
        publishing.posts().renditions(id).stream()
            .filter(r -> r.channelId().equals(shortened))
            .findFirst()
            .orElseThrow();
    refused(
        "publishing.refused.own-post",
        () -> publishing.renditions().approve(world.staff, changed.id(), new RenditionOrder(0)));
    publishing.renditions().approve(world.approver, changed.id(), new RenditionOrder(0));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(network.calls).hasSize(2);
  }

  @Test
  void a_post_is_moved_published_at_once_and_missed_ones_are_scheduled_again() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    publishing
        .renditions()
        .move(world.staff, only(id).id(), new MoveRendition(EVENING.plusDays(1), 0));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.SCHEDULED);
    stepTo(EVENING.plusDays(1).plusMinutes(61));
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.MISSED);
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.MISSED);
    assertThatThrownBy(
            () -> publishing.renditions().retry(world.staff, only(id).id(), new RenditionOrder(0)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.isStale()).isTrue());
    publishing
        .renditions()
        .move(
            world.staff, only(id).id(), new MoveRendition(EVENING.plusDays(3), only(id).version()));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.SCHEDULED);
    publishing
        .renditions()
        .publishNow(world.staff, only(id).id(), new RenditionOrder(only(id).version()));
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
  }

  @Test
  void an_uncertain_post_is_settled_by_a_person() {
    UUID id = uncertain();
    RenditionRow row = only(id);
    refused(
        "publishing.refused.UNCERTAIN",
        () ->
            publishing
                .renditions()
                .cancel(world.staff, row.id(), new ReasonedOrder("x", row.version())));
    network.lookUpScript.add(new LookUp.Undecided("still no list"));
    settle(row, Settlement.PUBLISHED, "https://fake.test/profile/kota/post/1");
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(only(id).remoteUrl()).contains("https://fake.test/profile/kota/post/1");
    assertThat(news).as("nothing can be measured without the network's own id").isEmpty();
    assertThat(publishing.renditions().remote(List.of(row.id()))).isEmpty();
  }

  @Test
  void an_address_elsewhere_settles_nothing() {
    UUID id = uncertain();
    for (String elsewhere :
        List.of(
            "https://evil.example/x",
            "http://fake.test/profile/kota/post/1",
            "https://fake.test/",
            "fake.test/profile/kota/post/1",
            "")) {
      assertThatThrownBy(() -> settle(only(id), Settlement.PUBLISHED, elsewhere))
          .as(elsewhere)
          .isInstanceOfSatisfying(
              Problem.class,
              p -> assertThat(p.errors()).extracting(FieldError::field).containsExactly("url"));
    }
    assertThat(only(id).state()).isEqualTo(RenditionState.UNCERTAIN);
  }

  @Test
  void an_address_on_a_plain_server_settles_a_post_of_that_server() {
    network.sites = List.of(URI.create("http://127.0.0.1:8091"));
    UUID id = uncertain();
    assertThatThrownBy(() -> settle(only(id), Settlement.PUBLISHED, "https://fake.test/@kota/1"))
        .isInstanceOf(Problem.class);
    network.lookUpScript.add(new LookUp.Undecided("still no list"));
    settle(only(id), Settlement.PUBLISHED, "http://127.0.0.1:8091/@kota/1");
    assertThat(only(id).remoteUrl()).contains("http://127.0.0.1:8091/@kota/1");
  }

  @Test
  void an_uncertain_post_that_is_not_out_goes_out_once_more_or_is_given_up() {
    UUID id = uncertain();
    settle(only(id), Settlement.RETRY, "");
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);

    UUID other = uncertain();
    settle(only(other), Settlement.GIVE_UP, "");
    assertThat(only(other).state()).isEqualTo(RenditionState.CANCELLED);
  }

  private void settle(RenditionRow row, Settlement outcome, String url) {
    publishing
        .settlements()
        .settle(world.staff, row.id(), new SettleRendition(outcome, url, row.version()));
  }

  /** A post whose answer was lost and that no look-up can tell of. */
  private UUID uncertain() {
    LocalDateTime now = Wita.dateTime(world.clock.instant()).plusMinutes(1);
    UUID id =
        publishing
            .posts()
            .compose(
                world.staff,
                post(approved(), new ComposePost.Rendition(channel, CAPTION, now, List.of())));
    network.then(call -> new PublishStep.Unknown(Failure.of(Failure.Kind.TRANSIENT, "reset", "")));
    for (int i = 0; i < 4; i++) {
      network.lookUpScript.add(new LookUp.Undecided("no list"));
    }
    for (int minute = 0; minute < 20; minute++) {
      world.clock.step(Duration.ofMinutes(1));
      publishing.engine().runOnce();
    }
    assertThat(only(id).needsDecision()).isTrue();
    return id;
  }

  @Test
  void a_cancelled_campaign_takes_its_posts_with_it_and_a_paused_one_holds_them() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    UUID campaign = publishing.posts().get(id).campaignId();
    world.take(world.staff, campaign, CampaignStep.PAUSE);
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).heldReason()).contains(HeldReason.CAMPAIGN);
    world.take(world.approver, campaign, CampaignStep.CANCEL);
    assertThat(only(id).state()).isEqualTo(RenditionState.CANCELLED);
    assertThat(stateOf(deliverable)).isNotEqualTo(DeliverableState.SCHEDULED);
  }

  @Test
  void a_post_that_is_gone_is_removed_with_its_deliverable() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    stepTo(EVENING);
    publishing.engine().runOnce();
    publishing.renditions().markRemoved(List.of(only(id).id()), Actor.system("engagement"));
    assertThat(only(id).state()).isEqualTo(RenditionState.REMOVED);
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.REMOVED);
  }

  @Test
  void everything_stops_at_once_and_goes_on_at_once() {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    publishing.control().stop(world.staff, new SwitchOrder("Bencana"));
    refused(
        "publishing.refused.stopped",
        () -> publishing.control().stop(world.staff, new SwitchOrder("Lagi")));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).heldReason()).contains(HeldReason.STOPPED);
    publishing.control().start(world.staff, new SwitchOrder("Selesai"));
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
  }

  private PostsPages pages() {
    return new PostsPages(
        publishing.posts(),
        new Previews(channels.channels(), channels.platforms()),
        new PostViews(publishing.posts(), neighbours),
        neighbours);
  }

  private String preview(Form typed) {
    return render(pages().preview(viewer(world.staff), typed));
  }

  @Test
  void a_preview_needs_neither_a_time_nor_a_text_nor_a_channel() {
    String chosen = channel.toString();
    assertThat(preview(Form.empty().with("text", "Amplang"))).contains("Pilih kanal");
    assertThat(preview(Form.empty().with("text", "Amplang").with("channelIds", chosen)))
        .contains("7 dari 300", "Amplang")
        .doesNotContain("app-error", "Pilih kanal");
    assertThat(preview(Form.empty().with("text", " ").with("channelIds", chosen)))
        .contains("0 dari 300", "Teks masih kosong");
  }

  @Test
  void a_preview_counts_the_picture_and_shows_it_where_it_is_stored() throws IOException {
    UUID photo =
        neighbours
            .photos()
            .store(world.staff, new ByteArrayInputStream(picture()), "foto.jpg")
            .id();
    assertThat(preview(toChannel().with("photoId", photo.toString())))
        .contains("/photos/" + photo + "/thumb")
        .doesNotContain("app-error");
    assertThat(preview(toChannel().with("newPhoto", "yes")))
        .contains("foto yang baru dipilih")
        .doesNotContain("app-error");
    assertThat(preview(toChannel().with("newPhoto", "yes").with("noPhoto-" + channel, "yes")))
        .contains("app-error")
        .doesNotContain("foto yang baru dipilih");

    byte[] bytes = picture();
    UUID deliverable =
        approved(
            Optional.of(
                new Upload("foto.jpg", bytes.length, () -> new ByteArrayInputStream(bytes))));
    UUID approvedPhoto =
        neighbours
            .deliverables()
            .approvedContent(deliverable)
            .flatMap(content -> content.photoId())
            .orElseThrow();
    assertThat(preview(toChannel().with("deliverableId", deliverable.toString())))
        .contains("/photos/" + approvedPhoto + "/thumb")
        .doesNotContain("app-error");
  }

  private Form toChannel() {
    return Form.empty().with("channelIds", channel.toString());
  }

  @Test
  void what_a_channel_does_not_take_is_said_with_its_name_in_its_open_section() {
    UUID other = channel("lain");
    Form typed =
        Form.empty()
            .with("deliverableId", approved().toString())
            .withAll("channelIds", List.of(channel.toString(), other.toString()))
            .with("text", CAPTION)
            .with("text-" + channel, "x".repeat(305))
            .with("dueAt", EVENING.toString());
    Response refused = pages().compose(viewer(world.staff), typed);
    assertThat(refused.getStatus()).isEqualTo(422);
    String page = render((View) refused.getEntity());
    assertThat(page).contains("Bluesky · @kota: Teks terlalu panjang: 305");
    assertThat(page.split("<details class=\"card\" open>", -1)).hasSize(2);
    assertThat(page.split("<details class=\"card\">", -1)).hasSize(2);
  }

  @Test
  void a_time_for_all_channels_that_has_passed_is_said_once_at_its_field() {
    UUID other = channel("lain");
    Form typed =
        Form.empty()
            .with("deliverableId", approved().toString())
            .withAll("channelIds", List.of(channel.toString(), other.toString()))
            .with("text", CAPTION)
            .with("dueAt", EVENING.minusDays(1).toString());
    assertThat(pages().compose(viewer(world.staff), typed).getStatus()).isEqualTo(422);
    assertThat(typed.errors()).extracting(FieldError::field).containsExactly("dueAt");
  }

  @Test
  void a_published_post_leads_to_its_engagement() {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    String link = "href=\"/engagement/posts/" + only(id).id() + "\"";
    assertThat(render(pages().show(viewer(world.staff), id))).doesNotContain(link);
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(render(pages().show(viewer(world.staff), id))).contains(link);
  }

  @Test
  void every_page_renders_in_both_languages() {
    UUID deliverable = approved();
    PostViews views = new PostViews(publishing.posts(), neighbours);
    PostsPages pages = pages();
    CalendarPages calendar = new CalendarPages(publishing.posts(), views, world.clock);
    PublishingPages control =
        new PublishingPages(publishing.control(), publishing.posts(), views, neighbours);
    Viewer staff = viewer(world.staff);
    assertThat(render(pages.list(staff, "", 1))).contains("app-empty");
    assertThat(render(calendar.week(staff, ""))).contains("app-empty", "2026-W48");
    assertThat(render(pages.compose(staff, "", ""))).contains("deliverable=" + deliverable);
    String composer = render(pages.compose(staff, deliverable.toString(), ""));
    assertThat(composer)
        .contains("Amplang renyah!", "hx-post=\"/posts/preview\"", "text-" + channel);
    assertThat(composer)
        .as("htmx sends nothing of a form of its own that is not complete")
        .doesNotContainPattern("<form [^>]*hx-post");
    Form typed = Form.empty().with("text", "x".repeat(305)).with("channelIds", channel.toString());
    assertThat(render(pages.preview(staff, typed))).contains("305", "300", "app-error");

    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    UUID uncertain = uncertain();
    UUID own = own();
    assertThat(render(pages.show(staff, id))).contains("publish-now", "Dewi Kuliner", "Amplang");
    assertThat(render(pages.show(staff, uncertain))).contains("settle", "no list");
    assertThat(render(pages.show(viewer(world.approver), own))).contains("/approve");
    assertThat(render(pages.show(staff, own))).doesNotContain("/approve");
    assertThat(render(pages.list(staff, "SCHEDULED", 1))).contains("/posts/" + id);
    assertThat(render(calendar.week(staff, Week.of(world.clock.instant()).label())))
        .contains("/posts/" + id, "app-week");
    assertThat(render(control.show(staff, 1))).contains("/publishing/stop", "/posts/" + uncertain);
    publishing.control().stop(world.staff, new SwitchOrder("Bencana"));
    assertThat(render(control.show(staff, 1))).contains("/publishing/start", "Bencana");
  }

  @Test
  void every_word_for_a_state_exists_in_both_languages() {
    for (Language language : Language.values()) {
      Map<String, String> all = TEXTS.all(language);
      for (RenditionState state : RenditionState.values()) {
        assertThat(all)
            .containsKeys(
                "publishing.state." + state,
                "publishing.turn." + state,
                "publishing.refused." + state);
      }
      for (HeldReason reason : HeldReason.values()) {
        assertThat(all).containsKey("publishing.held." + reason);
      }
      for (Failure.Kind kind : Failure.Kind.values()) {
        assertThat(all).containsKeys("platform.failure." + kind, "publishing.outcome." + kind);
      }
      for (Settlement settlement : Settlement.values()) {
        assertThat(all).containsKey("publishing.outcome." + settlement);
      }
    }
    assertThat(TEXTS.all(Language.ID).keySet()).isEqualTo(TEXTS.all(Language.EN).keySet());
  }

  private static void refused(String key, Runnable command) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo(key));
  }

  private static String render(View view) {
    String shown = "";
    for (Language language : List.of(Language.EN, Language.ID)) {
      Frame frame =
          new Frame(
              language,
              TEXTS.in(language),
              new Formats(language),
              Optional.empty(),
              "csrf",
              "/posts",
              false,
              List.of(),
              Optional.empty());
      StringOutput out = new StringOutput();
      ENGINE.render(view.template(), Map.of("page", view.page(), "frame", frame), out);
      shown = out.toString();
      assertThat(MISSING.matcher(shown).results().map(m -> m.group()).toList())
          .as(view.template())
          .isEmpty();
    }
    return shown;
  }

  private static Viewer viewer(Actor actor) {
    return new Viewer() {
      @Override
      public UUID id() {
        return actor.id().orElseThrow();
      }

      @Override
      public Set<Role> roles() {
        return actor.roles();
      }

      @Override
      public Language language() {
        return Language.ID;
      }

      @Override
      public String getName() {
        return actor.name();
      }
    };
  }
}
