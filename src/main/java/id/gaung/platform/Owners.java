package id.gaung.platform;

import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.LookUp.Candidate;
import id.gaung.platform.LookUpRequest.OpenPost;
import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by its text which of the posts that an account shows since an attempt began is the one
 * looked for. What fits several that differ, and what fits nobody, is for a person.
 */
public final class Owners {

  private Owners() {}

  /**
   * A post as the account's list shows it.
   *
   * @param at by the network's clock; empty where it did not say
   */
  public record Listed(RemotePost post, String text, Optional<Instant> at) {

    boolean isAt(URI address) {
      return post.url().filter(url -> slashed(url).equals(slashed(address))).isPresent();
    }

    private static String slashed(URI address) {
      String text = address.toString();
      return text.endsWith("/") ? text : text + "/";
    }

    public Candidate candidate() {
      return new Candidate(post, at, text);
    }
  }

  /** Those that may be the one looked for, or are known to be nobody's. */
  public static List<Listed> nobodys(List<Listed> free, LookUpRequest request) {
    String text = request.publication().text();
    List<OpenPost> open = free.isEmpty() ? List.of() : request.posts().open();
    return free.stream()
        .filter(
            m ->
                key(m.text()).equals(key(text))
                    || open.stream().noneMatch(o -> literal(m.text(), o.text())))
        .toList();
  }

  /**
   * @param free those that no other post holds, newest first; one at least
   * @param bounded whether nothing that stood there before the attempt can be among them
   * @param notes what else was found out, for a person
   * @return found or undecided
   */
  public static LookUp among(
      List<Listed> free, boolean bounded, LookUpRequest request, List<Evidence> notes) {
    String text = request.publication().text();
    Optional<Listed> there =
        free.stream().filter(m -> request.at().filter(m::isAt).isPresent()).findFirst();
    if (there.isPresent()) {
      return new LookUp.Found(there.get().post());
    }
    List<OpenPost> open = request.posts().open();
    List<Listed> exact = free.stream().filter(m -> literal(m.text(), text)).toList();
    List<Listed> fitting =
        exact.isEmpty()
            ? free.stream()
                .filter(m -> key(m.text()).equals(key(text)))
                .filter(m -> open.stream().noneMatch(o -> literal(m.text(), o.text())))
                .toList()
            : exact;
    List<OpenPost> rivals =
        open.stream()
            .filter(o -> fitting.stream().anyMatch(m -> key(m.text()).equals(key(o.text()))))
            .filter(o -> exact.isEmpty() || literal(o.text(), text))
            .toList();
    if (rivals.stream().anyMatch(OpenPost::running)) {
      return LookUp.Undecided.because(Kind.OTHERS_RUNNING);
    }
    boolean alike = rivals.stream().allMatch(o -> o.samePictures() && o.text().equals(text));
    boolean enough = fitting.size() <= 1 + rivals.size();
    if (!fitting.isEmpty() && bounded && alike && enough) {
      return new LookUp.Found(fitting.get(fitting.size() - 1).post());
    }
    return LookUp.Undecided.among(
        (fitting.isEmpty() ? free : fitting).stream().map(Listed::candidate).toList(), notes);
  }

  /**
   * Which of what stands under a reply's parent is that reply. Nothing but replies of ours is known
   * to stand there, so what nobody holds and fits nothing may be one that a person wrote.
   *
   * @param standing of the account's own, all that stands there
   * @param held ids of replies of ours that are known to be others
   */
  public static LookUp under(Reply reply, List<Listed> standing, Set<String> held) {
    List<Listed> free =
        standing.stream().filter(one -> !held.contains(one.post().remoteId())).toList();
    if (free.isEmpty()) {
      return new LookUp.NotPublished(Checkpoint.START);
    }
    List<Listed> fitting =
        free.stream().filter(one -> PostText.isSame(one.text(), reply.text())).toList();
    return fitting.size() == 1
        ? new LookUp.Found(fitting.get(0).post())
        : LookUp.Undecided.among(free.stream().map(Listed::candidate).toList(), List.of());
  }

  private static boolean literal(String one, String other) {
    return Normalizer.normalize(one, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .strip()
        .equals(Normalizer.normalize(other, Normalizer.Form.NFC).replace("\r\n", "\n").strip());
  }

  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
        .strip();
  }
}
