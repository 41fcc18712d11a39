package id.gaung.platform.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Access;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Credentials;
import id.gaung.platform.Evidence;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking for a post whose answer was lost in what a second bot was told. */
class TelegramWatchTest extends TelegramWorld {

  private static final String WATCHER = "987654321:AAExampleOfAnother_of-35-characters";
  private static final Publication TEXT = publication("Kopi susu", 0);
  private static final Publication PHOTO = publication("Kopi susu", 1);
  private static final Publication ALBUM = publication("Kopi susu", 3);
  private static final String OLD = text(70, "Kopi susu");

  private final Access watched =
      new Access(
          access.account(),
          new Credentials(
              Map.of("token", TOKEN, "watcher", WATCHER), Optional.empty(), Optional.empty()));

  /** What is known of the channel's other posts. */
  private record Known(Set<String> all, List<OpenPost> open) implements ChannelPosts {

    static Known held(String... marks) {
      return new Known(Set.of(marks), List.of());
    }

    static Known open(OpenPost... posts) {
      return new Known(Set.of(), List.of(posts));
    }

    @Override
    public Set<String> outBefore(Collection<String> remoteIds) {
      return Set.of();
    }

    @Override
    public Set<String> held(Collection<String> marks) {
      Set<String> held = new HashSet<>(all);
      held.retainAll(marks);
      return held;
    }
  }

  private static String post(String chat, long id, String more) {
    return "{\"update_id\":%d,\"channel_post\":{\"message_id\":%d,\"date\":1790000000,"
            .formatted(id, id)
        + "\"chat\":{\"id\":%s,\"type\":\"channel\"}%s}}".formatted(chat, more);
  }

  private static String post(long id, String more) {
    return post("-1001234567890", id, more);
  }

  private static String text(long id, String text) {
    return post(id, ",\"text\":\"" + text + "\"");
  }

  private static String photo(long id, String more) {
    return post(id, ",\"photo\":[{\"file_id\":\"x\"}]" + more);
  }

  private static String album(long id, String more) {
    return photo(id, ",\"media_group_id\":\"13\"" + more);
  }

  private void updates(Collection<String> updates) {
    server.json(200, "{\"ok\":true,\"result\":[" + String.join(",", updates) + "]}");
  }

  /** The checkpoint after a mark before which the second bot was told so. */
  private Checkpoint marked(Publication publication, String... before) {
    updates(List.of(before));
    PublishStep step = client.publish(watched, publication, Checkpoint.START);
    return ((PublishStep.Continue) step).checkpoint();
  }

  private LookUp lookUp(Publication publication, Checkpoint from, ChannelPosts known) {
    return client.lookUp(watched, new LookUpRequest(publication, from, Optional.empty(), known));
  }

  private LookUp lookUp(Publication publication, ChannelPosts known, String... seen) {
    Checkpoint marked = marked(publication, OLD);
    List<String> all = new ArrayList<>(List.of(OLD));
    all.addAll(List.of(seen));
    updates(all);
    return lookUp(publication, marked, known);
  }

  private static void found(LookUp answer, String id) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Found.class, found -> assertThat(found.post().remoteId()).isEqualTo(id));
  }

  private static void undecided(LookUp answer, Evidence.Kind kind, String... candidates) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            LookUp.Undecided.class,
            undecided -> {
              assertThat(undecided.evidence()).extracting(Evidence::kind).contains(kind);
              assertThat(undecided.candidates())
                  .extracting(candidate -> candidate.post().remoteId())
                  .containsExactly(candidates);
            });
  }

  @Test
  void a_text_that_was_seen_is_found_with_its_address() {
    LookUp answer = lookUp(TEXT, ChannelPosts.NONE, text(71, "Lain"), text(72, "Kopi susu"));
    found(answer, "72");
    assertThat(((LookUp.Found) answer).post().url())
        .contains(URI.create("https://t.me/acme_news/72"));
  }

  @Test
  void what_is_asked_is_the_last_of_the_posts_and_nothing_that_others_may_miss() {
    lookUp(TEXT, ChannelPosts.NONE);
    String first = server.taken().getTarget();
    String second = server.taken().getTarget();
    assertThat(first)
        .contains(
            "/bot" + WATCHER + "/getUpdates",
            "offset=-100&limit=100&timeout=0",
            "allowed_updates=%5B%22channel_post%22%5D");
    // The same offset twice within half a second is answered with one update alone.
    assertThat(second).contains("offset=-99&limit=100");
  }

  @Test
  void an_album_is_found_whole_in_whatever_order_it_was_told() {
    String told = ",\"caption\":\"Kopi susu\"";
    found(
        lookUp(ALBUM, ChannelPosts.NONE, album(73, ""), album(71, told), album(72, "")),
        "71,72,73");
    found(
        lookUp(ALBUM, ChannelPosts.NONE, album(71, ""), album(72, told), album(73, "")),
        "71,72,73");
  }

  @Test
  void an_album_of_another_number_of_photos_is_for_a_person() {
    undecided(
        lookUp(ALBUM, ChannelPosts.NONE, album(71, ",\"caption\":\"Kopi susu\""), album(72, "")),
        Evidence.Kind.CANDIDATES,
        "71,72");
  }

  @Test
  void an_album_that_is_not_told_as_one_is_for_a_person() {
    undecided(
        lookUp(
            publication("Kopi susu", 2),
            ChannelPosts.NONE,
            photo(71, ",\"caption\":\"Kopi susu\""),
            photo(72, "")),
        Evidence.Kind.CANDIDATES,
        "72",
        "71");
  }

  @Test
  void white_space_that_telegram_takes_away_makes_no_difference() {
    found(
        lookUp(
            publication(" Kopi  susu \n\n#UMKM ", 0),
            ChannelPosts.NONE,
            text(71, "Kopi  susu\\n\\n#UMKM")),
        "71");
  }

  @Test
  void another_kind_of_post_with_the_same_words_is_for_a_person() {
    undecided(
        lookUp(PHOTO, ChannelPosts.NONE, text(71, "Kopi susu")), Evidence.Kind.CANDIDATES, "71");
    undecided(
        lookUp(TEXT, ChannelPosts.NONE, photo(71, ",\"caption\":\"Kopi susu\"")),
        Evidence.Kind.CANDIDATES,
        "71");
  }

  @Test
  void a_silent_video_comes_as_an_animation() {
    found(
        lookUp(
            film(Optional.empty()),
            ChannelPosts.NONE,
            post(71, ",\"animation\":{},\"document\":{},\"caption\":\"Amplang\"")),
        "71");
  }

  @Test
  void what_another_post_holds_is_nobody_elses() {
    undecided(lookUp(TEXT, Known.held("71"), text(71, "Kopi susu")), Evidence.Kind.NOT_SEEN);
    undecided(
        lookUp(TEXT, Known.held("https://t.me/acme_news/71"), text(71, "Kopi susu")),
        Evidence.Kind.NOT_SEEN);
    undecided(
        lookUp(
            publication("Kopi susu", 2),
            Known.held("72"),
            album(71, ",\"caption\":\"Kopi susu\""),
            album(72, "")),
        Evidence.Kind.NOT_SEEN);
    found(lookUp(TEXT, Known.held("71"), text(71, "Kopi susu"), text(72, "Kopi susu")), "72");
  }

  @Test
  void two_of_the_same_words_are_for_a_person_who_may_choose() {
    undecided(
        lookUp(TEXT, ChannelPosts.NONE, text(71, "Kopi susu"), text(72, "Kopi susu")),
        Evidence.Kind.CANDIDATES,
        "72",
        "71");
  }

  @Test
  void a_twin_that_is_open_too_leaves_one_for_each_and_one_under_way_is_waited_for() {
    OpenPost twin = new OpenPost("Kopi susu", List.of(), true, marked(TEXT), false);
    found(lookUp(TEXT, Known.open(twin), text(71, "Kopi susu"), text(72, "Kopi susu")), "71");
    OpenPost running = new OpenPost("Kopi susu", List.of(), true, marked(TEXT), true);
    undecided(
        lookUp(TEXT, Known.open(running), text(71, "Kopi susu")), Evidence.Kind.OTHERS_RUNNING);
  }

  @Test
  void the_same_caption_with_another_photo_is_for_a_person() {
    OpenPost other = new OpenPost("Kopi susu", List.of("x"), false, marked(PHOTO), false);
    undecided(
        lookUp(PHOTO, Known.open(other), photo(71, ",\"caption\":\"Kopi susu\"")),
        Evidence.Kind.CANDIDATES,
        "71");
  }

  @Test
  void an_open_post_of_another_kind_lays_no_claim() {
    OpenPost other = new OpenPost("Kopi susu", List.of("x"), false, marked(PHOTO), true);
    found(lookUp(TEXT, Known.open(other), text(71, "Kopi susu")), "71");
  }

  @Test
  void what_belongs_to_another_open_post_by_its_words_is_not_offered() {
    OpenPost other = new OpenPost("Teh tarik", List.of(), false, marked(TEXT), false);
    undecided(
        lookUp(TEXT, Known.open(other), text(71, "Teh tarik"), text(72, "Kopi susu!")),
        Evidence.Kind.CANDIDATES,
        "72");
  }

  @Test
  void what_was_not_seen_is_never_taken_for_lost() {
    undecided(lookUp(TEXT, ChannelPosts.NONE), Evidence.Kind.NOT_SEEN);
    undecided(
        lookUp(
            TEXT,
            ChannelPosts.NONE,
            post("-1009999999999", 71, ",\"text\":\"Kopi susu\""),
            post(72, ",\"text\":\"Kopi susu\",\"forward_origin\":{\"type\":\"channel\"}"),
            post(73, ",\"text\":\"Kopi susu\",\"via_bot\":{\"id\":5}"),
            post(74, ",\"new_chat_title\":\"Kopi susu\""),
            "{\"update_id\":75,\"edited_channel_post\":{\"message_id\":75,"
                + "\"chat\":{\"id\":-1001234567890},\"text\":\"Kopi susu\"}}"),
        Evidence.Kind.NOT_SEEN);
  }

  @Test
  void what_stood_there_before_is_not_told_apart_by_a_clock() {
    String early = text(71, "Kopi susu").replace("1790000000", "5");
    found(lookUp(TEXT, ChannelPosts.NONE, early), "71");
  }

  @Test
  void without_a_known_end_what_fits_is_for_a_person() {
    server.html(500);
    Checkpoint marked =
        ((PublishStep.Continue) client.publish(watched, TEXT, Checkpoint.START)).checkpoint();
    updates(List.of(text(71, "Kopi susu")));
    undecided(lookUp(TEXT, marked, ChannelPosts.NONE), Evidence.Kind.CANDIDATES, "71");
  }

  @Test
  void a_list_that_is_cut_off_and_one_that_is_a_day_old_find_nothing_by_themselves() {
    Checkpoint marked = marked(TEXT);
    List<String> many =
        new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> post("-1005", i + 1L, "")).toList());
    many.set(99, text(71, "Kopi susu"));
    updates(many);
    undecided(lookUp(TEXT, marked, ChannelPosts.NONE), Evidence.Kind.LIST_TOO_SHORT, "71");
    clock.step(Duration.ofHours(21));
    updates(List.of(text(71, "Kopi susu")));
    undecided(lookUp(TEXT, marked, ChannelPosts.NONE), Evidence.Kind.CANDIDATES, "71");
  }

  @Test
  void posts_of_other_channels_hide_nothing_as_long_as_the_list_reaches_back() {
    Checkpoint marked = marked(TEXT, post("-1005", 500, ""));
    List<String> many =
        new ArrayList<>(
            IntStream.range(0, 100).mapToObj(i -> post("-1005", 500L + i, "")).toList());
    many.set(99, text(71, "Kopi susu"));
    updates(many);
    found(lookUp(TEXT, marked, ChannelPosts.NONE), "71");
  }

  @Test
  void the_newest_post_of_ours_saves_a_call() {
    Publication known =
        new Publication(TEXT.id(), NOW, TEXT.text(), "id", List.of(), Optional.of("70,71"));
    Checkpoint marked =
        ((PublishStep.Continue) client.publish(watched, known, Checkpoint.START)).checkpoint();
    assertThat(server.arrived()).isZero();
    updates(List.of(text(71, "Kopi susu"), text(72, "Kopi susu")));
    found(lookUp(known, marked, ChannelPosts.NONE), "72");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "409|Conflict: can't use getUpdates method while webhook is active|WATCHER_BUSY|false",
        "409|Conflict: terminated by other getUpdates request|WATCHER_BUSY|true",
        "401|Unauthorized|WATCHER_NOT_READ|false",
        "404|Not Found|WATCHER_NOT_READ|false",
        "403|Forbidden: bot was kicked from the channel chat|WATCHER_NOT_READ|false",
        "429|Too Many Requests: retry after 5|WATCHER_NOT_READ|true",
        "500|Internal Server Error|WATCHER_NOT_READ|true",
      })
  void a_bot_that_cannot_look_says_why_and_whether_asking_again_may_help(
      int status, String words, Evidence.Kind kind, boolean again) {
    Checkpoint marked = marked(TEXT, OLD);
    server.json(status, "{\"ok\":false,\"description\":\"" + words + "\"}");
    LookUp answer = lookUp(TEXT, marked, ChannelPosts.NONE);
    undecided(answer, kind);
    assertThat(((LookUp.Undecided) answer).again()).isEqualTo(again);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"ok\":true}",
        "{\"ok\":true,\"result\":null}",
        "{\"ok\":true,\"result\":{\"update_id\":1}}",
        "{\"ok\":true,\"result\":\"[]\"}",
        "{\"ok\":false,\"result\":[]}",
        "{\"ok\":true,\"result\":[null,5,\"x\",[],{}]}",
        "{\"ok\":true,\"result\":[{\"channel_post\":5},{\"channel_post\":{\"chat\":[]}}]}",
        "{\"ok\":true,\"result\":[{\"channel_post\":{\"message_id\":-5,"
            + "\"chat\":{\"id\":-1001234567890},\"text\":\"Kopi susu\"}}]}",
        "{\"ok\":true,\"result\":[{\"channel_post\":{\"message_id\":1e300,"
            + "\"chat\":{\"id\":-1001234567890},\"text\":\"Kopi susu\"}}]}",
        "{\"ok\":true,\"result\":[{\"channel_post\":{\"message_id\":99999999999999999999,"
            + "\"chat\":{\"id\":-1001234567890},\"text\":\"Kopi susu\"}}]}",
      })
  void whatever_the_answer_is_it_is_no_error_and_proves_nothing(String body) {
    Checkpoint marked = marked(TEXT, OLD);
    server.json(200, body);
    assertThat(lookUp(TEXT, marked, ChannelPosts.NONE)).isInstanceOf(LookUp.Undecided.class);
    server.json(200, body);
    assertThat(client.publish(watched, TEXT, Checkpoint.START))
        .isInstanceOf(PublishStep.Continue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\":5",
        "\"text\":null",
        "\"date\":\"x\",\"text\":\"Kopi susu\"",
        "\"date\":-1e18,\"text\":\"Kopi susu\"",
        "\"media_group_id\":{},\"text\":\"Kopi susu\"",
        "\"photo\":\"x\",\"caption\":[\"Kopi susu\"]"
      })
  void fields_of_other_kinds_are_no_error(String fields) {
    assertThat(lookUp(TEXT, ChannelPosts.NONE, post(71, "," + fields))).isNotNull();
  }

  @Test
  void a_lost_token_of_it_is_as_if_there_were_none() {
    Access broken =
        new Access(
            access.account(),
            new Credentials(
                Map.of("token", TOKEN, "watcher", "a/../b"), Optional.empty(), Optional.empty()));
    PublishStep step = client.publish(broken, TEXT, Checkpoint.START);
    assertThat(
            client.lookUp(
                broken, LookUpRequest.of(TEXT, ((PublishStep.Continue) step).checkpoint())))
        .isEqualTo(LookUp.Undecided.unreadable());
    assertThat(server.arrived()).isZero();
  }

  @Test
  void its_token_is_in_nothing_that_is_said() {
    Checkpoint marked = marked(TEXT, OLD);
    server.json(404, "{\"ok\":false,\"description\":\"no /bot" + WATCHER + "/getUpdates\"}");
    String said = lookUp(TEXT, marked, ChannelPosts.NONE) + " " + watched + " " + marked;
    assertThat(said).doesNotContain("AAExample");
  }
}
