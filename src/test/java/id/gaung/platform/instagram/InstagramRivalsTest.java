package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.Evidence;
import id.gaung.platform.Figure;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Metric;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.ScriptedServer;
import id.gaung.platform.SteppedClock;
import id.gaung.platform.meta.MetaApp;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Telling posts of one account apart after a lost answer, where captions are alike. */
class InstagramRivalsTest {

  private static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  private static final String CAPTION = "Amplang renyah! #umkm";

  private final ScriptedServer server = new ScriptedServer();
  private final SteppedClock clock = new SteppedClock(START);
  private final InstagramClient client =
      new InstagramClient(
          server.http,
          InstagramWorld.config(server, new MetaApp("app-1", "app-secret"), new MetaApp("", "")),
          clock);
  private final Access access =
      new Access(
          new Account(Nets.INSTAGRAM, server.address(), "17841", "promosi", Map.of()),
          new Credentials(
              Map.of(
                  "access_token",
                  "geheim-token",
                  "obtained_at",
                  START.minus(Duration.ofDays(2)).toString()),
              Optional.of(START.plus(Duration.ofDays(48))),
              Optional.of(START.plus(Duration.ofDays(58)))));

  @AfterEach
  void stop() {
    server.close();
  }

  /** What is known of the account's other posts. */
  private record Known(Set<String> held, List<OpenPost> open) implements ChannelPosts {

    static final Known NOTHING = new Known(Set.of(), List.of());

    static Known of(OpenPost... open) {
      return new Known(Set.of(), List.of(open));
    }

    @Override
    public Set<String> outBefore(Collection<String> remoteIds) {
      return Set.of();
    }

    @Override
    public Set<String> held(Collection<String> marks) {
      return held;
    }
  }

  private static OpenPost other(String text, boolean samePicture, boolean running) {
    return new OpenPost(text, List.of("Gambar"), samePicture, Checkpoint.START, running);
  }

  private static String media(String id, String caption) {
    return """
        {"id":"%s","caption":"%s","timestamp":"2026-11-24T02:00:04+0000",\
        "permalink":"https://www.instagram.com/p/%s/"}"""
        .formatted(id, caption, id);
  }

  /** The account's media, newest first; the one with id 1 stood there before. */
  private LookUp lookUp(Known known, String... media) {
    String list = String.join(",", media) + (media.length == 0 ? "" : ",") + media("1", "Lama");
    return lookUpIn(known, list);
  }

  private LookUp lookUpIn(Known known, String list) {
    Picture picture =
        new Picture(
            InputStream::nullInputStream,
            URI.create("https://gaung.example/p/0"),
            "image/jpeg",
            1000,
            1080,
            1080,
            "Gambar");
    Publication publication =
        new Publication(new UUID(1, 2), START, CAPTION, "id", List.of(picture), Optional.of("1"));
    Checkpoint marked =
        new Checkpoint(Map.of("container", "c1", "publishing", START.toString(), "newest", "1"));
    clock.step(Duration.ofSeconds(30));
    server
        .json(200, "{\"status_code\":\"PUBLISHED\",\"id\":\"c1\"}")
        .json(200, "{\"data\":[" + list + "]}");
    return client.lookUp(access, new LookUpRequest(publication, marked, Optional.empty(), known));
  }

  private static void found(LookUp answer, String id) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Found.class, f -> assertThat(f.post().remoteId()).isEqualTo(id));
  }

  private static void choose(LookUp answer, String... ids) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            u ->
                assertThat(u.candidates())
                    .extracting(candidate -> candidate.post().remoteId())
                    .containsExactlyInAnyOrder(ids));
  }

  @ParameterizedTest
  @ValueSource(strings = {CAPTION, "Amplang  renyah!\\n#umkm", "Amplang renyah! #umkm "})
  void the_one_media_with_its_caption_is_it_however_white_space_came_back(String caption) {
    found(lookUp(Known.NOTHING, media("9", "Lain"), media("8", caption)), "8");
  }

  @Test
  void what_another_post_holds_is_nobody_elses() {
    Known known = new Known(Set.of("8", "https://www.instagram.com/p/8/"), List.of());
    assertThat(lookUp(known, media("8", CAPTION)))
        .isInstanceOfSatisfying(LookUp.Undecided.class, u -> assertThat(u.candidates()).isEmpty());
    found(lookUp(known, media("9", CAPTION), media("8", CAPTION)), "9");
  }

  @Test
  void of_two_with_one_caption_and_one_picture_either_may_be_it() {
    found(
        lookUp(Known.of(other(CAPTION, true, false)), media("9", CAPTION), media("8", CAPTION)),
        "8");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_rival_with_another_picture_leaves_it_to_a_person(boolean both) {
    Known rival = Known.of(other(CAPTION, false, false));
    if (both) {
      choose(lookUp(rival, media("9", CAPTION), media("8", CAPTION)), "9", "8");
    } else {
      choose(lookUp(rival, media("8", CAPTION)), "8");
    }
  }

  @Test
  void while_a_rival_is_being_published_nothing_is_decided() {
    assertThat(lookUp(Known.of(other(CAPTION, true, true)), media("8", CAPTION)))
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            u ->
                assertThat(u.evidence())
                    .extracting(Evidence::kind)
                    .containsExactly(Evidence.Kind.OTHERS_RUNNING));
  }

  @Test
  void more_media_than_posts_is_for_a_person() {
    choose(lookUp(Known.NOTHING, media("9", CAPTION), media("8", CAPTION)), "9", "8");
  }

  @Test
  void a_near_equal_caption_of_another_open_post_is_that_ones() {
    // "Amplang  renyah" with two spaces is literally the other post's.
    Known known = Known.of(other("Amplang  renyah! #umkm", true, false));
    choose(lookUp(known, media("8", "Amplang  renyah! #umkm")), "8");
    found(lookUp(known, media("9", CAPTION), media("8", "Amplang  renyah! #umkm")), "9");
  }

  @Test
  void where_nothing_fits_everything_new_is_offered_and_nothing_is_sent_again() {
    choose(lookUp(Known.NOTHING, media("9", "Lain"), media("8", "Lain lagi")), "9", "8");
  }

  @Test
  void a_media_taken_from_a_list_without_what_stood_there_before_is_not_taken_for_it() {
    // The mark is gone from the list, so an older post of the same caption may be among these.
    choose(lookUpIn(Known.NOTHING, manyWithout()), many());
  }

  private static String manyWithout() {
    StringBuilder list = new StringBuilder(media("200", CAPTION));
    for (int i = 0; i < 3; i++) {
      list.append(",").append(media("20" + (i + 1), CAPTION));
    }
    return list.toString();
  }

  private static String[] many() {
    return new String[] {"200", "201", "202", "203"};
  }

  @Test
  void a_negative_count_is_unknown_with_a_reason_and_all_else_is_read() {
    server
        .json(
            200,
            """
            {"data":[{"name":"likes","values":[{"value":-1}]},
              {"name":"comments","values":[{"value":4}]},
              {"name":"reach","total_value":{"value":-7}}]}""")
        .json(200, "{\"data\":[{\"name\":\"likes\",\"values\":[{\"value\":3}]}]}");
    RemotePost one = new RemotePost("8", Optional.empty());
    RemotePost two = new RemotePost("9", Optional.empty());
    Map<RemotePost, Reading> readings = client.read(access, List.of(one, two));
    Map<Metric, Figure> figures = ((Reading.Measured) readings.get(one)).figures();
    assertThat(figures.get(Metric.LIKES)).isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
    assertThat(figures.get(Metric.REACH)).isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
    assertThat(figures.get(Metric.COMMENTS)).isEqualTo(Figure.of(4));
    assertThat(((Reading.Measured) readings.get(two)).figures().get(Metric.LIKES))
        .isEqualTo(Figure.of(3));
  }

  @Test
  void a_negative_number_of_followers_is_unknown() {
    server.json(200, "{\"followers_count\":-3,\"username\":\"promosi\"}");
    assertThat(client.followers(access)).isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
  }
}
