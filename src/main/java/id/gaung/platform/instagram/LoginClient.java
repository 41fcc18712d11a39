package id.gaung.platform.instagram;

import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp;
import id.gaung.platform.PostAddress;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.meta.CommentShape;
import id.gaung.platform.meta.ContainerClient;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphComments;
import id.gaung.platform.meta.GraphRemoval;
import id.gaung.platform.meta.MetaLogin;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Accounts of one of the two logins: its host, how it is opened, and how counts are read. */
final class LoginClient extends ContainerClient {

  /** Where apps on phones say that posts are. */
  private static final List<URI> SHARED =
      List.of(URI.create("https://m.instagram.com"), URI.create("https://instagr.am"));

  private static final Set<String> NO_PERMISSION = Set.of("10", "200");

  private final MediaReader reader;
  private final GraphRemoval removal;
  private final GraphComments comments;

  LoginClient(GraphApi api, MetaLogin login, MediaReader reader, URI www, Clock clock) {
    super(
        api,
        login,
        new InstagramMedia(),
        InstagramNetwork.LIMIT,
        List.of(www, withoutWww(www)),
        clock);
    this.reader = new CodedPosts(api, reader);
    this.removal = new GraphRemoval(api, InstagramErrors::isAmbiguous, this.reader::presence);
    this.comments =
        new GraphComments(
            api,
            new CommentShape(
                "text",
                "timestamp",
                "username",
                Optional.of("comments_count"),
                (access, comment) ->
                    comment.path("username").asText("").equals(access.account().handle()),
                InstagramErrors::isAmbiguous,
                this.reader::presence),
            clock);
  }

  /** People copy addresses with and without {@code www}. */
  private static URI withoutWww(URI site) {
    return URI.create(site.toString().replaceFirst("://www\\.", "://"));
  }

  @Override
  public PostAddress postAt(Account account, String pasted) {
    return MediaAddresses.read(
        account,
        pasted,
        Stream.of(sites(account).stream(), Stream.of(account.server()), SHARED.stream())
            .flatMap(all -> all)
            .toList());
  }

  MediaReader reader() {
    return reader;
  }

  @Override
  public ContentRules rules(Account account) {
    return InstagramRules.RULES;
  }

  /** What the person did not allow is named. */
  @Override
  public Replying reply(Access access, Reply reply) {
    Replying answer = comments.reply(access, reply);
    boolean refused =
        answer.refusal().filter(failure -> NO_PERMISSION.contains(failure.code())).isPresent();
    return refused
        ? new Replying.Failed(
            Failure.notGranted(List.of(LoginKind.of(access.account()).commenting())))
        : answer;
  }

  @Override
  public LookUp lookUp(Access access, Reply reply, Set<String> held) {
    return comments.lookUp(access, reply, held);
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return reader.read(access, posts);
  }

  @Override
  public Presence presence(Access access, RemotePost post) {
    return reader.presence(access, post);
  }

  @Override
  public AccountProfile profile(Access access) {
    return reader.profile(access);
  }

  /** Instagram Login may not: the network refuses, and says so. */
  @Override
  public Deleting delete(Access access, RemotePost post) {
    return removal.delete(access, post);
  }

  @Override
  public Listing list(Access access, Instant since, Optional<String> after) {
    return listOwn(access, after);
  }

  /** How posts are read; each as {@link id.gaung.platform.SocialPlatform} promises it. */
  interface MediaReader {

    Map<RemotePost, Reading> read(Access access, List<RemotePost> posts);

    Presence presence(Access access, RemotePost post);

    AccountProfile profile(Access access);
  }
}
