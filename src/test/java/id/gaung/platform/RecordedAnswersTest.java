package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every module before answers of its network as the network's own documentation gives them, or as
 * others report them: {@code recorded/NETWORK/*.json}, one list of cases a file, beside {@code
 * network.json} with the account they are about. A case says what is done, all the answers in their
 * order, and what must come of it; {@code {server}} stands for the address of the server. One about
 * another login says its own {@code traits} and {@code typed}.
 */
class RecordedAnswersTest {

  private static final Path RECORDED = Path.of("src/test/resources/recorded");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final URI CALLBACK = URI.create("https://gaung.example/callback");

  /** What each module must at least have recorded answers for. */
  private static final Set<String> NEEDED =
      Set.of("connect", "publish", "lookUp", "read", "presence", "profile", "refresh");

  static Stream<Arguments> cases() {
    return NetworkModule.connected().stream()
        .flatMap(
            module ->
                recorded(module).stream()
                    .map(one -> Arguments.of(module, one.path("case").asText(), one)));
  }

  private static List<JsonNode> recorded(NetworkModule module) {
    try (Stream<Path> files = Files.list(RECORDED.resolve(module.path()))) {
      return files
          .filter(file -> !file.endsWith("network.json"))
          .sorted()
          .map(RecordedAnswersTest::json)
          .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
          .toList();
    } catch (IOException none) {
      throw new AssertionError("no recorded answers of " + module, none);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException unreadable) {
      throw new AssertionError(file.toString(), unreadable);
    }
  }

  @Test
  void every_module_has_answers_for_everything_it_does() {
    for (NetworkModule module : NetworkModule.connected()) {
      Set<String> does = new HashSet<>();
      recorded(module).forEach(one -> does.add(one.path("does").asText()));
      assertThat(does).as(module.name()).containsAll(NEEDED);
      assertThat(does.contains("delete"))
          .as(module + " delete")
          .isEqualTo(module.traits().abilities().contains(Ability.DELETE));
      for (Attachment.Kind kind : module.traits().attachments()) {
        assertThat(recorded(module))
            .as(module + " " + kind)
            .anyMatch(one -> one.path("attachment").asText().equals(kind.name()));
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void an_answer_means_what_is_documented(NetworkModule module, String name, JsonNode recorded) {
    try (ScriptedServer server = new ScriptedServer()) {
      for (JsonNode answer : recorded.path("answers")) {
        enqueue(server, answer);
      }
      Told told = new Recorded(module, server, recorded).told(recorded);
      assertThat(told.words()).isEqualTo(recorded.path("comes").asText());
      recorded
          .path("figures")
          .properties()
          .forEach(
              figure ->
                  assertThat(told.figures().get(Metric.valueOf(figure.getKey())))
                      .as(figure.getKey())
                      .isEqualTo(Figure.of(figure.getValue().asLong())));
      assertThat(server.arrived()).as("calls").isEqualTo(recorded.path("answers").size());
      String sent = sent(server, recorded.path("answers").size());
      for (JsonNode part : recorded.path("sends")) {
        assertThat(sent).contains(part.asText());
      }
    }
  }

  /** Targets and bodies of all requests, one after the other. */
  private static String sent(ScriptedServer server, int requests) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < requests; i++) {
      var request = server.taken();
      all.append(request.getTarget()).append('\n');
      all.append(request.getBody() == null ? "" : request.getBody().utf8()).append('\n');
    }
    return all.toString();
  }

  private static void enqueue(ScriptedServer server, JsonNode answer) {
    int status = answer.path("status").asInt(200);
    if (answer.path("hangUp").asBoolean()) {
      server.hangUp();
      return;
    }
    JsonNode body = answer.path("body");
    String text =
        (body.isTextual() ? body.asText() : body.isMissingNode() ? "" : body.toString())
            .replace("{server}", server.address().toString());
    if (answer.path("headers").properties().isEmpty()) {
      server.json(status, text);
    } else {
      Map.Entry<String, JsonNode> header = answer.path("headers").properties().iterator().next();
      server.json(
          status,
          text,
          header.getKey(),
          header.getValue().asText().replace("{server}", server.address().toString()));
    }
  }

  /**
   * What came of a case.
   *
   * @param words the outcome's name and, of a failure, its kind
   */
  private record Told(String words, Map<Metric, Figure> figures) {

    static Told of(String words) {
      return new Told(words, Map.of());
    }

    static Told of(String words, Failure failure) {
      return of(words + " " + failure.kind());
    }
  }

  /** A client of the module, and the account its recorded answers are about. */
  private static final class Recorded {
    private final SteppedClock clock = new SteppedClock(NOW);
    private final SocialPlatform client;
    private final SocialPlatform publishing;
    private final Access access;
    private final Map<String, String> input = new HashMap<>();

    Recorded(NetworkModule module, ScriptedServer server, JsonNode recorded) {
      JsonNode network = json(RECORDED.resolve(module.path()).resolve("network.json"));
      client =
          module.client(
              new ClientSetup(
                  NetworkSettings.of(module, texts(network.path("settings"), server)),
                  server.http,
                  server.hosts,
                  clock));
      publishing = module.traits().modes().contains(PublishMode.API) ? client : client.handover();
      JsonNode account = network.path("account");
      access =
          new Access(
              new Account(
                  module,
                  server.address(),
                  account.path("remoteId").asText(),
                  account.path("handle").asText(),
                  texts(of(recorded, "traits", account), server)),
              new Credentials(
                  texts(network.path("secrets"), server), Optional.empty(), Optional.empty()));
      input.putAll(texts(of(recorded, "typed", network), server));
    }

    /** A case may be about another login than the usual one. */
    private static JsonNode of(JsonNode recorded, String name, JsonNode usual) {
      return recorded.has(name) ? recorded.path(name) : usual.path(name);
    }

    private static Map<String, String> texts(JsonNode object, ScriptedServer server) {
      Map<String, String> texts = new HashMap<>();
      object
          .properties()
          .forEach(
              e ->
                  texts.put(
                      e.getKey(),
                      e.getValue().asText().replace("{server}", server.address().toString())));
      return texts;
    }

    Told told(JsonNode recorded) {
      RemotePost post = new RemotePost(recorded.path("post").asText(), Optional.empty());
      return switch (recorded.path("does").asText()) {
        case "connect" -> connect();
        case "refresh" ->
            client
                .refresh(access)
                .match(done -> Told.of("Refreshed"), f -> Told.of("Failed", f.failure()));
        case "publish" -> words(drive(publication(recorded)).last());
        case "lookUp" -> lookUp(publication(recorded));
        case "read" -> read(client.read(access, List.of(post)).get(post));
        case "delete" ->
            client
                .delete(access, post)
                .match(
                    () -> Told.of("Gone"),
                    failed -> Told.of("Failed", failed.failure()),
                    unknown -> Told.of("Unknown"));
        case "list" -> list(client.list(access, NOW.minus(Duration.ofDays(7)), Optional.empty()));
        case "presence" -> Told.of(client.presence(access, post).name());
        case "profile" ->
            Told.of(
                client.profile(access).followers() instanceof Figure.Known known
                    ? String.valueOf(known.value())
                    : "missing");
        default -> throw new AssertionError("no such thing is done: " + recorded);
      };
    }

    private Told connect() {
      Connecting begun = client.connect(input, CALLBACK, "state");
      Connecting done =
          begun instanceof Connecting.Redirect redirect
              ? client.complete(redirect.pending(), "code", CALLBACK)
              : begun;
      if (done instanceof Connecting.Choice choice && choice.options().size() == 1) {
        Connecting.Option only = choice.options().get(0);
        done = only.isOpen() ? client.choose(choice.pending(), only.id()) : done;
      }
      return done.match(
          connected -> Told.of("Connected"),
          redirect -> Told.of("Redirect"),
          choice -> Told.of("Choice of " + choice.options().size()),
          refused -> Told.of("Refused", refused.failure()));
    }

    private Told lookUp(Publication publication) {
      Run run = drive(publication);
      assertThat(run.last()).isInstanceOf(PublishStep.Unknown.class);
      clock.step(Duration.ofMinutes(5));
      LookUp answer = client.lookUp(access, LookUpRequest.of(publication, run.before()));
      return Told.of(answer.getClass().getSimpleName());
    }

    private record Run(PublishStep last, Checkpoint before) {}

    private Run drive(Publication publication) {
      Checkpoint checkpoint = Checkpoint.START;
      for (int steps = 0; steps < 100; steps++) {
        PublishStep step = publishing.publish(access, publication, checkpoint);
        if (!(step instanceof PublishStep.Continue next)) {
          return new Run(step, checkpoint);
        }
        checkpoint = next.checkpoint();
        clock.step(next.pause());
      }
      throw new AssertionError("no end");
    }

    private static Told words(PublishStep step) {
      return step.match(
          published -> Told.of("Published"),
          next -> Told.of("Continue"),
          failed -> Told.of("Failed", failed.failure()),
          unknown -> Told.of("Unknown"),
          over -> Told.of("HandedOver " + over.draft()));
    }

    private static Told list(Listing listing) {
      return listing instanceof Listing.Page page
          ? Told.of(
              "Page of "
                  + page.posts().size()
                  + page.next().map(after -> ", then " + after).orElse(""))
          : Told.of("Failed", ((Listing.Failed) listing).failure());
    }

    private static Told read(Reading reading) {
      return reading.match(
          measured -> new Told("Measured", measured.figures()),
          absent -> Told.of("Absent"),
          failed -> Told.of("Failed", failed.failure()));
    }

    private static Publication publication(JsonNode recorded) {
      return new Publication(
          new UUID(0x7000L, 0x8001L),
          NOW,
          recorded.path("text").asText("Kopi susu"),
          "id",
          attachment(recorded.path("attachment").asText("")),
          options(recorded),
          Optional.of("1"));
    }

    private static Map<PostOption, String> options(JsonNode recorded) {
      Map<PostOption, String> options = new HashMap<>();
      recorded
          .path("options")
          .properties()
          .forEach(e -> options.put(PostOption.valueOf(e.getKey()), e.getValue().asText()));
      return options;
    }

    private static Attachment attachment(String kind) {
      return switch (kind) {
        case "PICTURES" -> new Attachment.Pictures(List.of(picture()));
        case "VIDEO" ->
            new Attachment.Video(
                () -> new ByteArrayInputStream(new byte[64]),
                URI.create("https://gaung.example/m/video.mp4?e=1&s=2"),
                "video/mp4",
                64,
                1080,
                1920,
                Duration.ofSeconds(12),
                Optional.of(picture()),
                "Penjual menggoreng amplang");
        case "LINK_CARD" ->
            new Attachment.LinkCard(
                URI.create("https://toko.example/a"),
                "Amplang",
                "Kerupuk ikan",
                Optional.of(picture()));
        default -> Attachment.NONE;
      };
    }

    private static Picture picture() {
      return new Picture(
          () -> new ByteArrayInputStream(new byte[16]),
          URI.create("https://gaung.example/m/foto.jpg?e=1&s=2"),
          "image/jpeg",
          16,
          800,
          800,
          "Sepiring amplang");
    }
  }
}
