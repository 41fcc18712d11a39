package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.catalogue.ProductSummary;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Rupiah;
import id.gaung.platform.Attachment;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Publication;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A post with a link and no picture gets the link's card, made of what the office knows. */
class LinkCardsTest extends PostsWorld {

  private static final String TEXT = "Pesan di https://toko.example/amplang sekarang";

  @Test
  void a_link_without_a_picture_goes_out_with_a_card_of_the_product() throws IOException {
    UUID photo = productPhoto();
    Attachment.LinkCard card = cardOf(published(TEXT));
    assertThat(card.address()).isEqualTo(URI.create("https://toko.example/amplang"));
    assertThat(card.title()).isEqualTo("Amplang");
    assertThat(card.description()).contains(" · ");
    assertThat(card.picture())
        .hasValueSatisfying(
            picture -> {
              assertThat(picture.publicUrl().toString()).contains(photo.toString());
              assertThat(picture.bytes()).isLessThanOrEqualTo(1_000_000);
              assertThat((double) picture.width() / picture.height()).isBetween(1.0, 1.92);
            });
  }

  /** What was looked at goes out, whatever the catalogue says of the product later. */
  @Test
  void a_card_says_what_it_said_when_the_post_was_composed() {
    UUID post = own(new ComposedRendition(channel, TEXT, EVENING, List.of()));
    world.jdbi.useHandle(h -> h.execute("update product set name = 'Lain sekali'"));
    assertThat(cardOf(goOut(post)).title()).isEqualTo("Amplang");
  }

  @Test
  void a_photo_that_may_not_be_shown_there_any_more_is_left_out_and_the_link_goes_out()
      throws IOException {
    UUID photo = productPhoto();
    UUID post = own(new ComposedRendition(channel, TEXT, EVENING, List.of()));
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update photo set licence_networks = '{instagram}'::text[] where id = ?", photo));
    assertThat(cardOf(goOut(post)).picture()).isEmpty();
  }

  @Test
  void a_text_without_a_link_and_a_post_with_a_picture_have_no_card() throws IOException {
    assertThat(published("Amplang renyah, tanpa tautan").card()).isEmpty();
    UUID photo = photo();
    UUID post =
        own(
            new ComposedRendition(
                channel,
                TEXT,
                EVENING.plusHours(1),
                List.of(new ComposePost.PictureChoice(photo, "Sepiring amplang"))));
    assertThat(goOut(post, EVENING.plusHours(1)).card()).isEmpty();
  }

  /** The first link that a browser could open; what only looks like one is passed over. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lihat www.toko.example/a b|https://www.toko.example/a",
        "(https://toko.example/a_(b))|https://toko.example/a_(b)",
        "https://toko.example/kopi?x=1&y=%20#z, ya|https://toko.example/kopi?x=1&y=%20#z",
        "https://toko.example:99999999/a lalu https://b.example|https://b.example/",
        "https://toko_kopi.example/a|https://toko_kopi.example/a",
        "https://kopi-é.example/menu pagi|https://xn--kopi--fsa.example/menu",
        "surel@toko.example saja|",
        "tanpa apa pun|"
      })
  void the_card_leads_to_the_first_link(String text, String address) {
    NetworkModule network = NetworkModule.of(Nets.BLUESKY);
    assertThat(PostCard.address(network, PreviewShownTest.rules(world.clock), text))
        .isEqualTo(Optional.ofNullable(address).map(URI::create));
  }

  @Test
  void where_no_product_says_what_the_page_is_its_site_does() {
    URI page = URI.create("https://toko.example/a");
    assertThat(PostCard.NONE.titled(page)).isEqualTo("toko.example");
    assertThat(PostCard.NONE.titled(URI.create("https://toko_kopi.example/a")))
        .isEqualTo("toko_kopi.example");
    assertThat(PostCard.of(PostCard.NONE.stored())).isEqualTo(PostCard.NONE);
    assertThat(PostCard.of(Map.of("title", "Amplang")).titled(page)).isEqualTo("Amplang");
  }

  @Test
  void of_many_products_a_few_are_named() {
    List<ProductSummary> five =
        IntStream.rangeClosed(1, 5)
            .mapToObj(
                i ->
                    new ProductSummary(
                        new UUID(0, i),
                        "Kue " + i,
                        new UUID(1, 1),
                        "Bu Siti",
                        "64.71.01",
                        "Balikpapan Kota",
                        new Rupiah(1_000),
                        Optional.empty()))
            .toList();
    PostCard card = PostCard.about(five);
    assertThat(card.title()).isEqualTo("Kue 1, Kue 2, Kue 3 +2");
    assertThat(card.description()).isEqualTo("Bu Siti · Balikpapan Kota");
  }

  @Test
  void the_posts_page_shows_the_card_before_it_goes_out() throws IOException {
    productPhoto();
    UUID post = own(new ComposedRendition(channel, TEXT, EVENING, List.of()));
    assertThat(render(publishing.doors().pages().show(viewer(world.staff), post, "")))
        .contains("link-card", "toko.example", "<b>Amplang</b>");
  }

  private Publication published(String text) {
    return goOut(own(new ComposedRendition(channel, text, EVENING, List.of())));
  }

  private Publication goOut(UUID post) {
    return goOut(post, EVENING);
  }

  private Publication goOut(UUID post, LocalDateTime at) {
    publishing.renditions().approve(world.approver, only(post).id(), new AdvanceRendition(0));
    stepTo(at);
    publishing.engine().runOnce();
    assertThat(only(post).state()).isEqualTo(RenditionState.PUBLISHED);
    return List.copyOf(network.calls).get(network.calls.size() - 1).publication();
  }

  private static Attachment.LinkCard cardOf(Publication publication) {
    return publication.card().orElseThrow();
  }

  private UUID productPhoto() throws IOException {
    UUID photo = photo();
    world.jdbi.useHandle(
        h -> h.execute("update product set photo_id = ? where id = ?", photo, world.product));
    return photo;
  }
}
