package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.gaung.demo.NetworkPerson;
import id.gaung.kernel.Network;
import id.gaung.platform.Ability;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.ConnectField;
import id.gaung.platform.Connecting;
import id.gaung.platform.Credentials;
import id.gaung.platform.HostPolicy;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.Listing;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.PostOption;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishMode;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The practice networks, the client of each by its module, and files that a network may fetch. */
final class ContractWorld implements AutoCloseable {

  static final URI CALLBACK = URI.create("http://localhost:8080/callback");
  private static final HostPolicy HOSTS = new ListedHosts(Set.of("127.0.0.1", "localhost"));
  private static final PlatformHttp HTTP = new PlatformHttp(HOSTS, PlatformHttp.Timeouts.STANDARD);
  private static final int MOST_STEPS = 300;

  final PracticeWorld practice = new PracticeWorld();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<Credentials, Credentials> renewed = FreshLogin.none();
  private final HttpServer server;
  private int number;

  ContractWorld() {
    practice.accounts.ensureUsual();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          byte[] content = files.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
          exchange.sendResponseHeaders(content.length == 0 ? 404 : 200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
  }

  SocialPlatform client(NetworkModule module) {
    Map<String, String> settings = PracticeServer.of(module).settings(practice.uri(module));
    SocialPlatform client =
        module.client(
            new ClientSetup(NetworkSettings.of(module, settings), HTTP, HOSTS, practice.clock));
    return FreshLogin.of(isHanded(module) ? client.handover() : client, practice.clock, renewed);
  }

  /** Whether nothing is published there by programs: a person ends drafts in its app. */
  static boolean isHanded(NetworkModule module) {
    return !module.traits().modes().contains(PublishMode.API);
  }

  /**
   * A network with one of the ways in which its accounts are connected.
   *
   * @param chosen what a person chooses for it; nothing where there is but one
   */
  record Tried(NetworkModule module, Map<String, String> chosen) {
    @Override
    public String toString() {
      return chosen.isEmpty() ? module.name() : module + " " + chosen;
    }
  }

  /** All ways to connect an account there: by each choice, and with what may be left empty. */
  List<Tried> ways(NetworkModule module) {
    List<ConnectField> fields = client(module).connectFields();
    List<Tried> ways = new ArrayList<>();
    fields.forEach(
        field ->
            field.choices().forEach(one -> ways.add(new Tried(module, Map.of(field.name(), one)))));
    if (ways.isEmpty()) {
      ways.add(new Tried(module, Map.of()));
    }
    Map<String, String> typed = PracticeServer.of(module).connecting(practice.uri(module));
    fields.stream()
        .filter(field -> !field.required())
        .map(ConnectField::name)
        .forEach(name -> ways.add(new Tried(module, Map.of(name, typed.getOrDefault(name, "")))));
    return ways;
  }

  /** Whether it was connected with what may be left empty: then lost answers can be found. */
  boolean isWatched(NetworkModule module, Access access) {
    return client(module).connectFields().stream()
        .anyMatch(
            field -> !field.required() && access.credentials().secrets().containsKey(field.name()));
  }

  /** A fresh account of the network, connected as a person does it without choosing anything. */
  Access connected(NetworkModule module) {
    return connected(new Tried(module, Map.of()));
  }

  Access connected(Tried tried) {
    NetworkModule module = tried.module();
    PracticeAccount account = practice.account(module);
    SocialPlatform client = client(module);
    Map<String, String> typed = typed(module, account);
    typed.putAll(tried.chosen());
    Connecting begun = client.connect(typed, CALLBACK, "state");
    Connecting done =
        begun instanceof Connecting.Redirect redirect
            ? client.complete(
                redirect.pending(),
                new NetworkPerson().allow(redirect.authorize(), account.handle()).get("code"),
                CALLBACK)
            : begun;
    if (done instanceof Connecting.Choice choice) {
      done = client.choose(choice.pending(), meant(choice, account));
    }
    assertThat(done).isInstanceOf(Connecting.Connected.class);
    return ((Connecting.Connected) done).access();
  }

  /** Of several accounts that a login opens, the one that is asked for. */
  private static String meant(Connecting.Choice choice, PracticeAccount account) {
    return choice.options().stream()
        .filter(option -> option.handle().equals(account.handle()) && option.isOpen())
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** What connects the office's account, with another one's name in its place. */
  private Map<String, String> typed(NetworkModule module, PracticeAccount account) {
    Set<String> handles =
        practice.accounts.list(module).stream()
            .map(PracticeAccount::handle)
            .collect(Collectors.toSet());
    Map<String, String> typed =
        new HashMap<>(PracticeServer.of(module).connecting(practice.uri(module)));
    typed.replaceAll((name, value) -> handles.contains(value) ? account.handle() : value);
    client(module).connectFields().stream()
        .filter(field -> !field.required())
        .forEach(field -> typed.remove(field.name()));
    return typed;
  }

  Publication publication(Attachment attachment, Map<PostOption, String> options) {
    number++;
    return new Publication(
        UUID.randomUUID(),
        practice.clock.instant(),
        "Amplang " + number + " #UMKM",
        "id",
        attachment,
        options,
        Optional.empty());
  }

  /** As publishing tells a look-up of it: media that nobody opens, of unknown size, and no card. */
  static Publication unopened(Publication whole) {
    Picture.Content none =
        () -> {
          throw new IOException("a look-up sends nothing");
        };
    URI nowhere = URI.create("http://nowhere.invalid/");
    Attachment shown =
        whole
            .video()
            .<Attachment>map(
                video ->
                    new Attachment.Video(
                        none,
                        nowhere,
                        video.mimeType(),
                        0,
                        0,
                        0,
                        Duration.ZERO,
                        Optional.empty(),
                        video.altText()))
            .orElseGet(
                () ->
                    new Attachment.Pictures(
                        whole.pictures().stream()
                            .map(
                                one ->
                                    new Picture(
                                        none, nowhere, "image/jpeg", 0, 0, 0, one.altText()))
                            .toList()));
    return new Publication(
        whole.id(),
        whole.firstAttemptAt(),
        whole.text(),
        whole.language(),
        shown,
        whole.options(),
        whole.newestKnown());
  }

  /** One of each kind; the text alone where none is asked for. */
  Attachment attachment(Optional<Attachment.Kind> kind) {
    if (kind.isEmpty()) {
      return Attachment.NONE;
    }
    return switch (kind.get()) {
      case PICTURES -> new Attachment.Pictures(List.of(picture("satu"), picture("dua")));
      case VIDEO -> video(300_000);
      case LINK_CARD ->
          new Attachment.LinkCard(
              URI.create("https://toko.example/amplang"),
              "Amplang Manggar",
              "Kerupuk ikan tenggiri",
              Optional.of(picture("kartu")));
    };
  }

  Picture picture(String alt) {
    byte[] bytes = PracticeWorld.picture("jpg", 800, 800);
    return new Picture(
        () -> new ByteArrayInputStream(bytes),
        served("jpg", bytes),
        "image/jpeg",
        bytes.length,
        800,
        800,
        alt);
  }

  /** A file that begins as an MP4 does, unlike any other. */
  Attachment.Video video(int size) {
    byte[] bytes = new byte[size];
    new Random(number).nextBytes(bytes);
    byte[] head = "....ftypisom".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return new Attachment.Video(
        () -> new ByteArrayInputStream(bytes),
        served("mp4", bytes),
        "video/mp4",
        bytes.length,
        1080,
        1920,
        Duration.ofSeconds(20),
        Optional.of(picture("sampul")),
        "Penjual menggoreng amplang");
  }

  private URI served(String end, byte[] bytes) {
    number++;
    String path = "/" + number + "." + end;
    files.put(path, bytes);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /**
   * What a publication came to.
   *
   * @param last its last step
   * @param before the checkpoint from which that was taken
   * @param steps how many were taken
   */
  record Run(PublishStep last, Checkpoint before, int steps) {

    PublishStep.Published published() {
      assertThat(last).isInstanceOf(PublishStep.Published.class);
      return (PublishStep.Published) last;
    }

    PublishStep.Failed failed() {
      assertThat(last).isInstanceOf(PublishStep.Failed.class);
      return (PublishStep.Failed) last;
    }
  }

  /** Takes step after step, waiting as the client asks. */
  Run drive(SocialPlatform client, Access access, Publication publication, Checkpoint from) {
    return drive(client, access, publication, from, 1);
  }

  /**
   * @param each how often a step is taken from the same checkpoint, as by processes that were
   *     killed before they could store what came of it
   */
  Run drive(
      SocialPlatform client, Access access, Publication publication, Checkpoint from, int each) {
    Checkpoint checkpoint = from;
    for (int steps = 1; steps <= MOST_STEPS; steps++) {
      PublishStep step = client.publish(access, publication, checkpoint);
      for (int again = 1; again < each && step instanceof PublishStep.Continue; again++) {
        step = client.publish(access, publication, checkpoint);
      }
      if (!(step instanceof PublishStep.Continue next)) {
        return new Run(ended(client, access, publication, step), checkpoint, steps);
      }
      checkpoint = next.checkpoint();
      practice.clock.move(next.pause());
    }
    throw new AssertionError("no end after " + MOST_STEPS + " steps: " + checkpoint);
  }

  /** Where nothing is published by programs, the account's person ends the draft in its app. */
  private PublishStep ended(
      SocialPlatform client, Access access, Publication publication, PublishStep step) {
    if (!step.equals(PublishStep.HandedOver.DRAFTED)) {
      return step;
    }
    return endDraft(client, access, publication)
        .<PublishStep>map(PublishStep.Published::new)
        .orElseThrow(() -> new AssertionError("no draft in the app"));
  }

  /** A video comes without words, which the person pastes; empty if there is no draft. */
  Optional<RemotePost> endDraft(SocialPlatform client, Access access, Publication publication) {
    NetworkModule module = NetworkModule.of(client.network());
    PracticeServer server = PracticeServer.of(module);
    PracticeAccount account =
        practice.accounts.list(module).stream()
            .filter(one -> one.handle().equals(access.account().handle()))
            .findFirst()
            .orElseThrow();
    String typed = publication.video().isPresent() ? publication.text() : "";
    return server
        .endDraft(practice.jdbi, practice.clock, account, typed)
        .map(
            post ->
                client.postAt(
                    access.account(),
                    practice.uri(module)
                        + server.routes().ofPost(account.handle(), post.shortCode())))
        .map(address -> ((PostAddress.Named) address).post());
  }

  /** Gone on with, or left to the person who looks there; one draft in any case. */
  void comesToTheApp(NetworkModule module, Access access, Publication publication, Run run) {
    SocialPlatform client = client(module);
    if (run.last() instanceof PublishStep.Failed failed) {
      assertThat(failed.failure().passes()).isTrue();
      drive(client, access, publication, failed.checkpoint()).published();
    } else {
      assertThat(run.last()).isInstanceOf(PublishStep.Unknown.class);
      practice.clock.move(Duration.ofMinutes(5));
      assertThat(endDraft(client, access, publication)).isPresent();
    }
    assertThat(endDraft(client, access, publication)).isEmpty();
  }

  /** The posts of an account that came with the text, deleted ones too. */
  List<PracticePost> arrived(Network network, Access access, String text) {
    return practice.posts.list(network).stream()
        .filter(post -> access.account().handle().startsWith(post.handle()))
        .filter(post -> post.text().equals(text))
        .toList();
  }

  List<PostPicture> shown(PracticePost post) {
    return practice.jdbi.onDemand(PracticePostDao.class).pictures(List.of(post.id()));
  }

  boolean isAble(Tried tried, Ability ability) {
    return tried.module().abilities(connected(tried).account()).contains(ability);
  }

  /** All pages; one that never ends fails. */
  static List<Listing.Post> listed(SocialPlatform client, Access access, Instant since) {
    List<Listing.Post> listed = new ArrayList<>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < 20; page++) {
      Listing answer = client.list(access, since, after);
      assertThat(answer).isInstanceOf(Listing.Page.class);
      listed.addAll(((Listing.Page) answer).posts());
      after = ((Listing.Page) answer).next();
      if (after.isEmpty()) {
        return listed;
      }
    }
    throw new AssertionError("no last page");
  }

  @Override
  public void close() {
    server.stop(0);
    practice.close();
  }
}
