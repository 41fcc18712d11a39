package id.gaung.platform.youtube;

import id.gaung.platform.Access;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Owners;
import id.gaung.platform.Publication;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a video was made. Its session says so while it lives. Where that is lost after
 * the last byte was sent, the channel's own list is read: what stands there since the attempt began
 * and belongs to no other post is ours, or for a person.
 */
final class VideoSearch {

  /** Lists are late at times; sent again too early it stands twice. */
  private static final Duration TOO_EARLY = Duration.ofMinutes(10);

  private final YouTubeApi api;
  private final UploadSession upload;
  private final UploadsList uploads;

  VideoSearch(YouTubeApi api, UploadSession upload, UploadsList uploads) {
    this.api = api;
    this.upload = upload;
    this.uploads = uploads;
  }

  LookUp find(Access access, LookUpRequest request) {
    UploadProgress progress = UploadProgress.of(request.checkpoint());
    if (progress.video().isPresent()) {
      return new LookUp.Found(post(progress.video().get()));
    }
    Optional<URI> session = progress.session();
    return session.isPresent() && progress.isEnding()
        ? ended(access, request, progress, session.get())
        : new LookUp.NotPublished(request.checkpoint());
  }

  private LookUp ended(Access access, LookUpRequest request, UploadProgress progress, URI session) {
    HttpOutcome outcome = upload.ask(access, session, progress.size());
    UploadStanding standing = UploadStanding.of(outcome, progress.size());
    if (standing instanceof UploadStanding.Whole whole) {
      return new LookUp.Found(post(whole.video()));
    }
    if (standing instanceof UploadStanding.Partly partly) {
      // The same session goes on, so there cannot be two.
      return partly.bytes() < progress.size()
          ? new LookUp.NotPublished(request.checkpoint())
          : LookUp.Undecided.because(Kind.VIDEO_UNFINISHED);
    }
    return standing instanceof UploadStanding.Lost
        ? listed(access, request, progress)
        : LookUp.Undecided.because(api.failure(outcome), Kind.UPLOAD_NOT_READ);
  }

  private LookUp listed(Access access, LookUpRequest request, UploadProgress progress) {
    UploadsSince since = UploadsSince.read(uploads, access, progress.newest(), request.posts());
    Set<String> marks = new HashSet<>();
    since.uploads().forEach(one -> marks.addAll(marks(one)));
    // Asked after the list was read: see LookUpRequest.
    Set<String> held = marks.isEmpty() ? Set.of() : request.posts().held(marks);
    List<Owners.Listed> free =
        Owners.nobodys(
            since.uploads().stream()
                .filter(one -> marks(one).stream().noneMatch(held::contains))
                .map(one -> listed(one, request.publication()))
                .toList(),
            request);
    List<Evidence> notes = since.unread().map(LookUp.Undecided::evidence).orElse(List.of());
    if (!free.isEmpty()) {
      return Owners.among(free, since.bounded(), request, notes);
    }
    return since.unread().<LookUp>map(unread -> unread).orElseGet(() -> absent(request, progress));
  }

  private Set<String> marks(ListedUpload upload) {
    return Set.of(upload.id(), api.config().watch(upload.id()).toString());
  }

  /** Of another title it is another video, whatever is written below it. */
  private Owners.Listed listed(ListedUpload upload, Publication publication) {
    boolean ours = upload.title().strip().equals(VideoMetadata.title(publication));
    String text =
        ours ? upload.description() : (upload.title() + "\n\n" + upload.description()).strip();
    return new Owners.Listed(post(upload.id()), text, upload.at());
  }

  private LookUp absent(LookUpRequest request, UploadProgress progress) {
    Instant first = request.publication().firstAttemptAt();
    Instant attempt = progress.ending().filter(at -> at.isAfter(first)).orElse(first);
    return api.now().isBefore(attempt.plus(TOO_EARLY))
        ? LookUp.Undecided.because(Kind.TOO_EARLY, String.valueOf(TOO_EARLY.toSeconds()))
        : new LookUp.NotPublished(progress.anew().checkpoint());
  }

  private RemotePost post(String id) {
    return new RemotePost(id, Optional.of(api.config().watch(id)));
  }
}
