package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Owners;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for a post of ours among what the page shows since the attempt began. */
final class LinkedInSearch {

  /** Lists may be late; sent again too early it stands twice, a few minutes later once. */
  private static final Duration TOO_EARLY = Duration.ofMinutes(4);

  private final LinkedInApi api;
  private final LinkedInReview review;
  private final LinkedInAddresses addresses;

  LinkedInSearch(LinkedInApi api, LinkedInPosts posts, LinkedInAddresses addresses) {
    this.api = api;
    this.review = new LinkedInReview(api, posts);
    this.addresses = addresses;
  }

  LookUp find(Access access, LookUpRequest request) {
    LinkedInProgress progress = LinkedInProgress.of(request.checkpoint());
    if (!progress.has(LinkedInMark.POSTING)) {
      return new LookUp.NotPublished(request.checkpoint());
    }
    LinkedInReview.Since since = review.since(access, progress.newest(), request.posts());
    List<Owners.Listed> unheld = unheld(since.posts(), request);
    Optional<Owners.Listed> pointed = pointed(access, request, unheld);
    if (pointed.isPresent()) {
      return new LookUp.Found(pointed.get().post());
    }
    List<Owners.Listed> free = Owners.nobodys(unheld, request);
    List<Evidence> notes = since.unread().map(LookUp.Undecided::evidence).orElse(List.of());
    if (!free.isEmpty()) {
      return Owners.among(free, since.bounded(), request, notes);
    }
    return since.unread().<LookUp>map(unread -> unread).orElseGet(() -> absent(request, progress));
  }

  /**
   * The one that a person points at by the number of its activity, which is made within the same
   * minute as the post and is all that LinkedIn's own addresses tell.
   */
  private Optional<Owners.Listed> pointed(
      Access access, LookUpRequest request, List<Owners.Listed> listed) {
    Optional<Long> made =
        request.at().flatMap(at -> addresses.activity(access.account(), at)).flatMap(PostUrn::born);
    List<Owners.Listed> near =
        listed.stream()
            .filter(
                one ->
                    made.isPresent()
                        && PostUrn.born(one.post().remoteId())
                            .filter(born -> Math.abs(born - made.get()) < 60_000)
                            .isPresent())
            .toList();
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  /** The page's own words that no other post of ours is, as they were typed. */
  private List<Owners.Listed> unheld(List<ListedPost> since, LookUpRequest request) {
    Set<String> marks = new HashSet<>();
    for (ListedPost post : since) {
      marks.add(post.id());
      addresses.post(post.urn()).url().map(URI::toString).ifPresent(marks::add);
    }
    // Asked after the list was read: see LookUpRequest.
    Set<String> held = marks.isEmpty() ? Set.of() : request.posts().held(marks);
    List<String> typed =
        Stream.concat(
                Stream.of(request.publication().text()),
                request.posts().open().stream().map(OpenPost::text))
            .toList();
    return since.stream()
        .filter(ListedPost::isOwnWord)
        .filter(post -> !held.contains(post.id()))
        .filter(
            post ->
                addresses
                    .post(post.urn())
                    .url()
                    .map(URI::toString)
                    .filter(held::contains)
                    .isEmpty())
        .map(
            post ->
                new Owners.Listed(
                    addresses.post(post.urn()),
                    LittleText.shown(post.commentary(), typed),
                    post.at()))
        .toList();
  }

  private LookUp absent(LookUpRequest request, LinkedInProgress progress) {
    Instant first = request.publication().firstAttemptAt();
    Instant attempt =
        progress.at(LinkedInMark.POSTING).filter(at -> at.isAfter(first)).orElse(first);
    if (api.clock().instant().isBefore(attempt.plus(TOO_EARLY))) {
      return LookUp.Undecided.because(Kind.TOO_EARLY, String.valueOf(TOO_EARLY.toSeconds()));
    }
    Optional<String> duplicate =
        Optional.of(progress.text(LinkedInMark.DUPLICATE))
            .filter(words -> progress.has(LinkedInMark.DUPLICATE));
    if (duplicate.isPresent() && progress.has(LinkedInMark.LOOKED_UP)) {
      // LinkedIn says that the page has published it, so nothing may be sent again.
      return new LookUp.Undecided(
          List.of(new Evidence(Kind.DUPLICATE_TEXT, List.of(), duplicate.get())));
    }
    LinkedInProgress unmarked = progress.unmarked();
    return new LookUp.NotPublished(
        (duplicate.isPresent()
                ? unmarked.with(LinkedInMark.REFUSED, "yes")
                // Without the mark, so that another attempt sets its own time.
                : unmarked.with(LinkedInMark.LOOKED_UP, "yes"))
            .checkpoint());
  }
}
