package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.platform.Evidence;
import id.gaung.platform.LookUp;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import id.gaung.publishing.Settlements.SettleRendition;
import id.gaung.publishing.Settlements.SettleRendition.Settled;
import id.gaung.publishing.Settlements.SettleRendition.Settlement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person decides about a post of which nobody knows whether it is out. */
class SettlingTest extends PostsWorld {

  @Test
  void an_uncertain_post_is_settled_by_a_person() {
    UUID id = uncertain();
    RenditionRow row = only(id);
    refused(
        "publishing.refused.UNCERTAIN",
        () ->
            publishing
                .renditions()
                .cancel(world.staff, row.id(), new WithdrawRendition("x", row.version())));
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
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
            "http://other.test/profile/kota/post/1",
            "https://fake.test/",
            "https://fake.test/profile/kota",
            "https://fake.test/@kota",
            "https://fake.test/@another/1",
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
  void an_address_that_names_a_post_is_believed_when_the_network_shows_it() {
    network.namesPosts = true;
    network.presence = Presence.GONE;
    UUID id = uncertain();
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
    assertThatThrownBy(
            () -> settle(only(id), Settlement.PUBLISHED, "https://fake.test/profile/kota/post/z"))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.errors())
                    .extracting(FieldError::key)
                    .containsExactly("publishing.settle.not-there"));
    assertThat(only(id).state()).isEqualTo(RenditionState.UNCERTAIN);

    // While it cannot be asked the person is believed, but nothing is measured until it can.
    network.presence = Presence.UNKNOWN;
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
    settle(only(id), Settlement.PUBLISHED, "https://fake.test/profile/kota/post/1");
    assertThat(publishing.renditions().remote(List.of(only(id).id()))).isEmpty();
    world.clock.step(Duration.ofMinutes(3));
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
    publishing.lateIds().run();
    assertThat(publishing.renditions().remote(List.of(only(id).id()))).isEmpty();
    network.presence = Presence.PRESENT;
    world.clock.step(Duration.ofMinutes(31));
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
    publishing.lateIds().run();
    assertThat(publishing.renditions().remote(List.of(only(id).id()))).hasSize(1);
  }

  @Test
  void an_address_on_a_plain_server_settles_a_post_of_that_server() {
    network.sites = List.of(URI.create("http://127.0.0.1:8091"));
    UUID id = uncertain();
    assertThatThrownBy(() -> settle(only(id), Settlement.PUBLISHED, "https://fake.test/@kota/1"))
        .isInstanceOf(Problem.class);
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.LIST_TOO_SHORT));
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

  @Test
  void who_decides_reads_the_evidence_in_their_language_and_the_networks_words_as_they_came() {
    UUID id = uncertain();
    world.jdbi.useHandle(
        h ->
            h.createUpdate(
                    """
                    update publish_attempt set detail = :detail
                    where rendition_id = :id and number = 1
                    """)
                .bind(
                    "detail",
                    String.join(
                        "\n",
                        "asked for the statuses; answer: HTTP 500",
                        "Later: REJECTED ANSWER {\"words\":\"HTTP 422 Text is too long\"}"))
                .bind("id", only(id).id())
                .execute());
    String page = Jsoup.parse(page(id)).text();
    assertThat(page)
        .contains("daftarnya tidak menjangkau waktu percobaan pertama")
        .contains("asked for the statuses; answer: HTTP 500")
        .contains("Menyusul kemudian: Ditolak. Media sosial menjawab:")
        .contains("HTTP 422 Text is too long")
        .doesNotContain("LIST_TOO_SHORT", "ANSWER");
  }

  // What the network shows goes before what a person says.

  private static final LookUp CANDIDATES =
      LookUp.Undecided.among(
          List.of(
              new LookUp.Candidate(
                  new RemotePost("77", Optional.of(URI.create("https://fake.test/@kota/77"))),
                  Optional.of(Instant.parse("2026-11-24T04:00:00Z")),
                  "Amplang segar dari Manggar")),
          List.of());

  private static LookUp.Found found(String id) {
    return new LookUp.Found(
        new RemotePost(id, Optional.of(URI.create("https://fake.test/@kota/" + id))));
  }

  @ParameterizedTest
  @EnumSource(
      value = Settlement.class,
      names = {"RETRY", "GIVE_UP"})
  void what_really_stands_is_taken_whatever_the_person_said(Settlement said) {
    UUID id = uncertain();
    network.lookUpScript.add(found("55"));

    assertThat(settle(only(id), said, "")).isEqualTo(Settled.FOUND_OUT);

    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(only(id).remoteId()).contains("55");
    assertThat(news).extracting(PublishedRendition::renditionId).contains(only(id).id());
    publishing.engine().runOnce();
    assertThat(network.timesVisible(only(id).id())).as("not sent again").isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Settlement.class,
      names = {"RETRY", "GIVE_UP"})
  void what_may_be_it_has_to_be_looked_at_first(Settlement said) {
    UUID id = uncertain();
    network.lookUpScript.add(CANDIDATES);
    refused("publishing.settle.candidates", () -> settle(only(id), said, ""));
    assertThat(only(id).state()).isEqualTo(RenditionState.UNCERTAIN);
    assertThat(page(id))
        .contains("Amplang segar dari Manggar", "https://fake.test/@kota/77", "name=\"confirmed\"");

    network.lookUpScript.add(CANDIDATES);
    RenditionRow row = only(id);
    assertThat(
            publishing
                .settlements()
                .settle(
                    world.staff,
                    row.id(),
                    new SettleRendition(said, "", Optional.empty(), true, row.version())))
        .isEqualTo(Settled.AS_DECIDED);
    assertThat(only(id).state())
        .isEqualTo(said == Settlement.RETRY ? RenditionState.RETRYING : RenditionState.CANCELLED);
  }

  @Test
  void one_of_the_candidates_is_chosen_and_measured() {
    UUID id = uncertain();
    network.lookUpScript.add(CANDIDATES);
    refused("publishing.settle.candidates", () -> settle(only(id), Settlement.RETRY, ""));
    choose(only(id), "77");

    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(only(id).remoteId()).contains("77");
    assertThat(only(id).remoteUrl()).contains("https://fake.test/@kota/77");
    assertThat(news).extracting(PublishedRendition::renditionId).contains(only(id).id());
  }

  @Test
  void nobody_chooses_what_was_never_shown_or_what_another_holds() {
    UUID first = uncertain();
    network.lookUpScript.add(CANDIDATES);
    refused("publishing.settle.candidates", () -> settle(only(first), Settlement.RETRY, ""));
    assertThatThrownBy(() -> choose(only(first), "78"))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.errors()).extracting(FieldError::field).containsExactly("candidate"));
    choose(only(first), "77");

    UUID second = uncertain();
    network.lookUpScript.add(CANDIDATES);
    refused("publishing.settle.candidates", () -> settle(only(second), Settlement.RETRY, ""));
    refused("publishing.settle.held", () -> choose(only(second), "77"));
  }

  @Test
  void a_post_settled_while_its_network_was_away_is_measured_later() {
    UUID id = uncertain();
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.STATUSES_NOT_READ));
    settle(only(id), Settlement.PUBLISHED, "https://fake.test/@kota/55");
    assertThat(only(id).remoteId()).isEmpty();
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.STATUSES_NOT_READ));
    world.clock.step(Duration.ofMinutes(2));
    publishing.lateIds().run();
    publishing.lateIds().run();
    assertThat(only(id).remoteId()).isEmpty();
    network.lookUpScript.add(found("55"));
    world.clock.step(Duration.ofMinutes(30));
    network.lookUpRequests.clear();
    publishing.lateIds().run();

    assertThat(only(id).remoteId()).contains("55");
    assertThat(network.lookUpRequests.element().at())
        .contains(URI.create("https://fake.test/@kota/55"));
    assertThat(news).extracting(PublishedRendition::renditionId).contains(only(id).id());
  }

  private void choose(RenditionRow row, String candidate) {
    publishing
        .settlements()
        .settle(
            world.staff,
            row.id(),
            new SettleRendition(
                Settlement.PUBLISHED, "", Optional.of(candidate), false, row.version()));
  }

  private String page(UUID post) {
    return render(publishing.doors().views().show(viewer(world.staff), post, ""));
  }

  private Settled settle(RenditionRow row, Settlement outcome, String url) {
    return publishing
        .settlements()
        .settle(world.staff, row.id(), new SettleRendition(outcome, url, row.version()));
  }
}
