package id.gaung.platform.mastodon;

import id.gaung.platform.Access;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.Publication;
import id.gaung.platform.mastodon.OwnStatuses.Status;
import id.gaung.platform.mastodon.StatusFit.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says to which of the account's open posts each status belongs that no post holds yet. The better
 * fit has it; each post has one at most; what fits equally posts that differ, and what fits nobody,
 * is for a person.
 */
final class StatusOwners {

  /** Sources asked for in one look-up: one call each. */
  private static final int SOURCES = 12;

  /** A post that may own a status. */
  private record Claimant(OpenPost post, List<String> uploaded) {
    StatusFit fit(Seen seen) {
      return seen.fit(post.text(), uploaded);
    }

    boolean isTwinOf(Claimant other) {
      return post.samePictures() && post.text().equals(other.post.text());
    }
  }

  private final MastodonApi api;
  private final Access access;
  private final LookUpRequest request;
  private final boolean bounded;
  private final Claimant self;
  private final List<Evidence> notes = new ArrayList<>();

  /**
   * @param bounded whether nothing older than the attempt can be among what is judged; else only a
   *     picture of its own proves whose a status is
   */
  StatusOwners(MastodonApi api, Access access, LookUpRequest request, boolean bounded) {
    this.bounded = bounded;
    this.api = api;
    this.access = access;
    this.request = request;
    Publication publication = request.publication();
    OpenPost own =
        new OpenPost(publication.text(), publication.altTexts(), true, request.checkpoint(), false);
    this.self = claimant(own);
  }

  private static Claimant claimant(OpenPost post) {
    return new Claimant(post, StatusProgress.of(post.checkpoint()).media());
  }

  /**
   * @param free of nobody yet, newest first
   * @return not published if every one of them belongs to another post
   */
  LookUp among(List<Status> free) {
    Optional<Status> there = free.stream().filter(this::isWhereAPersonSays).findFirst();
    if (there.isPresent()) {
      return new LookUp.Found(there.get().post());
    }
    if (free.isEmpty()) {
      return new LookUp.NotPublished(request.checkpoint());
    }
    List<Claimant> others =
        new ArrayList<>(request.posts().open().stream().map(StatusOwners::claimant).toList());
    List<Seen> seen = seen(free, others);
    for (StatusFit level : List.of(StatusFit.PROOF, StatusFit.EXACT, StatusFit.SHOWN)) {
      Optional<LookUp> mine = mine(level, seen, others);
      if (mine.isPresent()) {
        return mine.get();
      }
      assign(level, seen, others);
    }
    if (seen.isEmpty()) {
      return new LookUp.NotPublished(request.checkpoint());
    }
    return others.stream().anyMatch(other -> other.post().running())
        ? LookUp.Undecided.because(Kind.OTHERS_RUNNING)
        : undecided(seen);
  }

  private boolean isWhereAPersonSays(Status status) {
    return request.at().filter(at -> status.marks().contains(at.toString())).isPresent();
  }

  /** Oldest first. Sources are asked for where the list does not carry them and they may matter. */
  private List<Seen> seen(List<Status> free, List<Claimant> others) {
    List<Seen> seen = new ArrayList<>();
    int asked = 0;
    for (Status status : free) {
      Seen listed = Seen.of(status);
      if (listed.source().isEmpty() && asked < SOURCES && matters(listed, others)) {
        asked++;
        StatusFit.Source source = StatusFit.source(api, access, status.id());
        if (source.asked() == StatusFit.Asked.NOT_ANSWERED) {
          notes.add(Evidence.of(Kind.SOURCE_NOT_READ, status.id()));
        }
        listed = new Seen(status, source.text());
      }
      seen.add(listed);
    }
    Collections.reverse(seen);
    return seen;
  }

  private boolean matters(Seen listed, List<Claimant> others) {
    StatusFit own = self.fit(listed);
    boolean mineAlone =
        own != StatusFit.NONE && others.stream().noneMatch(o -> o.fit(listed) != StatusFit.NONE);
    boolean proved =
        own == StatusFit.PROOF || others.stream().anyMatch(o -> o.fit(listed) == StatusFit.PROOF);
    return !mineAlone && !proved;
  }

  /** What is looked for, if it is among those that fit it best. */
  private Optional<LookUp> mine(StatusFit level, List<Seen> seen, List<Claimant> others) {
    List<Seen> fitting =
        seen.stream()
            .filter(s -> self.fit(s) == level)
            .filter(s -> others.stream().noneMatch(o -> o.fit(s).compareTo(level) > 0))
            .toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    if (level != StatusFit.PROOF && !bounded) {
      return Optional.of(undecided(seen));
    }
    List<Claimant> rivals =
        others.stream().filter(o -> fitting.stream().anyMatch(s -> o.fit(s) == level)).toList();
    if (level != StatusFit.PROOF && rivals.stream().anyMatch(r -> r.post().running())) {
      // Its answer may be on the way, and with it the id of one of these.
      return Optional.of(LookUp.Undecided.because(Kind.OTHERS_RUNNING));
    }
    List<Claimant> different = rivals.stream().filter(r -> !r.isTwinOf(self)).toList();
    if (level == StatusFit.PROOF || (different.isEmpty() && fitting.size() <= 1 + rivals.size())) {
      return Optional.of(new LookUp.Found(fitting.get(0).status().post()));
    }
    if (different.isEmpty()) {
      return Optional.of(undecided(fitting));
    }
    return told(fitting, different, others, seen, level);
  }

  /** Tells those of one text apart by their pictures, where that can be. */
  private Optional<LookUp> told(
      List<Seen> fitting,
      List<Claimant> different,
      List<Claimant> others,
      List<Seen> seen,
      StatusFit level) {
    for (Seen s : fitting) {
      boolean own = s.shows(self.post().altTexts());
      boolean theirs = different.stream().anyMatch(d -> s.shows(d.post().altTexts()));
      if (own && !theirs) {
        return Optional.of(new LookUp.Found(s.status().post()));
      }
    }
    for (Seen s : fitting) {
      Optional<Claimant> owner =
          different.stream()
              .filter(others::contains)
              .filter(d -> d.fit(s) == level && s.shows(d.post().altTexts()))
              .findFirst();
      if (owner.isEmpty() || s.shows(self.post().altTexts())) {
        return Optional.of(undecided(fitting));
      }
      others.remove(owner.get());
      seen.remove(s);
    }
    return Optional.empty();
  }

  /** Gives the others what fits them at that level and does not fit what is looked for. */
  private void assign(StatusFit level, List<Seen> seen, List<Claimant> others) {
    for (Seen s : List.copyOf(seen)) {
      others.stream()
          .filter(o -> o.fit(s) == level && self.fit(s).compareTo(level) < 0)
          .max(Comparator.comparing(o -> s.shows(o.post().altTexts())))
          .ifPresent(
              owner -> {
                others.remove(owner);
                seen.remove(s);
              });
    }
  }

  private LookUp undecided(List<Seen> seen) {
    return StatusSearch.undecided(seen.stream().map(Seen::status).toList(), notes);
  }
}
