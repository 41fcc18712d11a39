package id.gaung.platform.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Credentials;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking at other professional accounts by their name. */
class DiscoveryTest extends InstagramWorld {

  private final Account creator =
      new Account(
          Nets.INSTAGRAM,
          URI.create("https://www.instagram.com"),
          "dewi.kuliner",
          "dewi.kuliner",
          Map.of());
  private final Access office =
      new Access(
          new Account(
              Nets.INSTAGRAM, server.address(), "17841", "kantor", LoginKind.ofPage(Set.of())),
          new Credentials(Map.of("access_token", "EAApage"), Optional.empty(), Optional.empty()));
  private final Access looking = client.through(creator, office).orElseThrow();
  private final RemotePost post = new RemotePost("C8abcDEfgHi", Optional.empty());

  private static String page(String after, String... media) {
    return "{\"business_discovery\":{\"media\":{\"data\":["
        + String.join(",", media)
        + "],\"paging\":{\"cursors\":{\"after\":\""
        + after
        + "\"}}},\"id\":\"5\"},\"id\":\"17841\"}";
  }

  private static String media(String code, String counts) {
    return "{\"id\":\"1\",\"permalink\":\"https://www.instagram.com/p/"
        + code
        + "/\""
        + counts
        + "}";
  }

  private Map<Metric, Figure> measured() {
    return ((Reading.Measured) client.read(looking, List.of(post)).get(post)).figures();
  }

  private String asked() {
    return URLDecoder.decode(server.taken().getTarget(), StandardCharsets.UTF_8);
  }

  @Test
  void only_a_login_by_page_looks_at_others() {
    assertThat(client.through(creator, access)).isEmpty();
    assertThat(client.through(creator, looking)).isEmpty();
    assertThat(client.openly(creator)).isEmpty();
  }

  @Test
  void likes_and_comments_are_read_page_by_page_until_the_post_is_found() {
    String[] others =
        IntStream.range(0, 50)
            .mapToObj(i -> media("Dother_" + i, ",\"like_count\":1"))
            .toArray(String[]::new);
    server
        .json(200, page("abc", others))
        .json(200, page("def", media("C8abcDEfgHi", ",\"like_count\":90,\"comments_count\":7")));

    Map<Metric, Figure> figures = measured();

    assertThat(figures.get(Metric.LIKES)).isEqualTo(Figure.of(90));
    assertThat(figures.get(Metric.COMMENTS)).isEqualTo(Figure.of(7));
    assertThat(figures.get(Metric.VIEWS)).isEqualTo(Figure.missing(Figure.Gap.NOT_OFFERED));
    assertThat(asked())
        .contains("/17841?fields=business_discovery.username(dewi.kuliner){media.limit(50){");
    assertThat(asked()).contains("media.after(abc).limit(50){");
  }

  /** Tools that read what is hidden as nothing showed zero likes. */
  @Test
  void likes_that_the_owner_hides_are_hidden_and_views_come_where_they_are_told() {
    server.json(200, page("", media("C8abcDEfgHi", ",\"comments_count\":0,\"view_count\":812")));

    Map<Metric, Figure> figures = measured();

    assertThat(figures.get(Metric.LIKES)).isEqualTo(Figure.missing(Figure.Gap.HIDDEN));
    assertThat(figures.get(Metric.COMMENTS)).isEqualTo(Figure.of(0));
    assertThat(figures.get(Metric.VIEWS)).isEqualTo(Figure.of(812));
  }

  @Test
  void a_field_that_there_is_not_is_left_out_from_then_on() {
    String one = page("", media("C8abcDEfgHi", ",\"like_count\":3"));
    server
        .json(
            400,
            "{\"error\":{\"message\":\"(#100) Tried accessing nonexisting field (view_count) on"
                + " node type (IGMedia)\",\"code\":100}}")
        .json(200, one)
        .json(200, one);

    assertThat(measured().get(Metric.LIKES)).isEqualTo(Figure.of(3));
    assertThat(measured().get(Metric.LIKES)).isEqualTo(Figure.of(3));
    assertThat(asked()).contains("view_count");
    assertThat(asked()).doesNotContain("view_count");
    assertThat(asked()).doesNotContain("view_count");
  }

  @Test
  void an_account_that_is_not_shown_is_no_lost_login() {
    String none =
        "{\"error\":{\"message\":\"Invalid user id\",\"code\":110,\"error_subcode\":2207013,"
            + "\"error_user_title\":\"Cannot find User\"}}";
    server.json(400, none).json(400, none);

    Reading reading = client.read(looking, List.of(post)).get(post);

    assertThat(((Reading.Failed) reading).failure().kind()).isEqualTo(Kind.PERMISSION);
    assertThat(client.profile(looking).followers()).isEqualTo(Figure.missing(Figure.Gap.REFUSED));
  }

  @Test
  void a_post_that_is_not_listed_is_never_gone() {
    server.json(200, page("")).json(200, page(""));

    assertThat(client.read(looking, List.of(post)).get(post)).isEqualTo(new Reading.Absent());
    assertThat(client.presence(looking, post)).isEqualTo(Presence.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"business_discovery\":7}",
        "{\"business_discovery\":{\"media\":{\"data\":{\"a\":1}}}}",
        "{\"business_discovery\":{\"media\":{\"data\":[7,null,{\"permalink\":\"https:x\"}]}}}",
        "<html>"
      })
  void whatever_comes_is_no_count(String body) {
    server.json(200, body);
    assertThat(client.read(looking, List.of(post)).get(post))
        .isNotInstanceOf(Reading.Measured.class);
  }

  @Test
  void followers_are_those_of_the_account_looked_at() {
    server.json(
        200,
        "{\"business_discovery\":{\"followers_count\":5400,\"username\":\"dewi.kuliner\",\"id\":\"5\"},"
            + "\"id\":\"17841\"}");
    assertThat(client.profile(looking).followers()).isEqualTo(Figure.of(5400));
  }

  @Test
  void fifty_posts_are_read_in_one_call_by_the_page_and_a_spent_budget_stops() {
    List<RemotePost> posts =
        IntStream.range(0, 50).mapToObj(i -> new RemotePost("179" + i, Optional.empty())).toList();
    String entry =
        "{\"code\":200,\"body\":\"{\\\"data\\\":[{\\\"name\\\":\\\"views\\\",\\\"values\\\":[{\\\"value\\\":9}]}]}\"}";
    server.json(
        200,
        posts.stream().map(one -> entry).collect(Collectors.joining(",", "[", "]")),
        "X-App-Usage",
        "{\"call_count\":96}");

    Map<RemotePost, Reading> read = client.read(office, posts);

    assertThat(read).hasSize(50);
    assertThat(read.values())
        .allSatisfy(
            one -> {
              assertThat(((Reading.Measured) one).figures().get(Metric.VIEWS))
                  .isEqualTo(Figure.of(9));
              assertThat(one.spent()).isPresent();
            });
    assertThat(server.arrived()).isEqualTo(1);
  }
}
