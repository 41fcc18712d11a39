package id.gaung.creator;

import id.gaung.kernel.Network;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Rupiah;
import id.gaung.platform.CountedMetrics;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The directory of creators with what is going on with each. Reads alone. */
public final class CreatorDirectory {

  private static final int SIZE = 24;

  /** Side by side on a page. */
  static final int MOST = 4;

  private final CreatorDirectoryDao dao;
  private final CountedMetrics counted = CountedMetrics.ofAll();

  CreatorDirectory(Jdbi jdbi) {
    this.dao = jdbi.onDemand(CreatorDirectoryDao.class);
  }

  /** Those creators by name; no more than can stand beside each other. */
  List<Card> cards(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : dao.cards(ids.stream().distinct().limit(MOST).toList(), counted);
  }

  /** What is compared of them, by creator. */
  Map<UUID, Figures> figures(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao.figures(ids, counted).stream()
            .collect(Collectors.toMap(Figures::id, Function.identity()));
  }

  Page<Card> page(Asked asked, int number) {
    PageRequest request = new PageRequest(number, SIZE);
    String like = CreatorSearch.name(asked.search());
    String digits = CreatorSearch.digits(asked.search());
    return request.page(
        dao.page(
            like,
            digits,
            asked.kecamatan(),
            network(asked),
            asked.show().name(),
            request.size(),
            request.offset(),
            counted),
        dao.count(like, digits, asked.kecamatan(), network(asked), asked.show().name()));
  }

  private static String network(Asked asked) {
    return asked.network().map(Network::name).orElse("");
  }

  /** Which of them are shown. */
  public enum Show {
    ALL,
    /** Active, with nothing to answer and nothing in work. */
    READY,
    /** Accepted an invitation before. */
    KNOWN,
    MEDIA,
    RETIRED;

    static Show of(String name) {
      return Arrays.stream(values()).filter(s -> s.name().equals(name)).findFirst().orElse(ALL);
    }
  }

  /**
   * What is looked for.
   *
   * @param search a part of the name, of an account or of the WhatsApp number; empty for all
   * @param kecamatan a code; empty for all
   * @param network on which they have an account; empty for all
   */
  public record Asked(String search, String kecamatan, Optional<Network> network, Show show) {}

  /**
   * One creator.
   *
   * @param toReview drafts that wait for the office
   * @param toRevise drafts that the creator is to revise
   * @param working pieces of content not sent yet
   * @param open invitations without an answer
   * @param live pieces of content that are out, or were
   * @param lastFee of the invitation that was accepted last
   * @param lastFeeAt when it was accepted
   * @param lastTitle of the newest content that is out
   * @param lastInteractions of it, on all accounts; empty if nothing was measured
   */
  public record Card(
      UUID id,
      String name,
      CreatorKind kind,
      Optional<String> kecamatan,
      Optional<UUID> photoId,
      boolean active,
      long toReview,
      long toRevise,
      long working,
      long open,
      long live,
      Optional<Rupiah> lastFee,
      Optional<Instant> lastFeeAt,
      Optional<String> lastTitle,
      Optional<UUID> lastPhotoId,
      Optional<Long> lastInteractions) {

    /** What is going on, the most urgent. */
    public Doing doing() {
      if (!active) {
        return new Doing("retired", 0, "", "lock");
      }
      if (toReview > 0) {
        return new Doing("review", toReview, "warn", "eye");
      }
      if (toRevise > 0) {
        return new Doing("revise", toRevise, "warn", "pencil");
      }
      if (working > 0) {
        return new Doing("working", working, "", "pencil");
      }
      return open > 0
          ? new Doing("open", open, "info", "send")
          : new Doing("ready", 0, "ok", "check");
    }
  }

  /**
   * What is compared.
   *
   * @param fee of the newest accepted invitation, for all its pieces of content
   * @param median interactions of a piece of content that is out; empty if none was measured
   * @param measured how many the median is of
   */
  public record Figures(
      UUID id, Optional<Long> fee, long pieces, Optional<Long> median, long measured) {

    /** For one piece of content. */
    public Optional<Rupiah> feeEach() {
      return fee.filter(sum -> pieces > 0).map(sum -> new Rupiah(sum / pieces));
    }

    /** What an interaction costs: the fee of a piece divided by its usual interactions. */
    public Optional<Rupiah> costOfOne() {
      return median
          .filter(usual -> usual > 0)
          .flatMap(usual -> feeEach().map(each -> new Rupiah(each.amount() / usual)));
    }
  }

  /**
   * What is going on with a creator.
   *
   * @param key of its word
   * @param tone the stylesheet's word
   */
  public record Doing(String key, long count, String tone, String icon) {}
}
