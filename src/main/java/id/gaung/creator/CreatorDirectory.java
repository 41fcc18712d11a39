package id.gaung.creator;

import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Rupiah;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The directory of creators with what is going on with each. Reads alone. */
public final class CreatorDirectory {

  private static final int SIZE = 24;

  private final CreatorDirectoryDao dao;

  CreatorDirectory(Jdbi jdbi) {
    this.dao = jdbi.onDemand(CreatorDirectoryDao.class);
  }

  Page<Card> page(Asked asked, int number) {
    PageRequest request = new PageRequest(number, SIZE);
    String like = CreatorSearch.name(asked.search());
    String digits = CreatorSearch.digits(asked.search());
    return request.page(
        dao.page(
            like, digits, asked.kecamatan(), asked.show().name(), request.size(), request.offset()),
        dao.count(like, digits, asked.kecamatan(), asked.show().name()));
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
   * @param search a part of the name or of the WhatsApp number; empty for all
   * @param kecamatan a code; empty for all
   */
  public record Asked(String search, String kecamatan, Show show) {}

  /**
   * One creator.
   *
   * @param toReview drafts that wait for the office
   * @param toRevise drafts that the creator is to revise
   * @param working pieces of content not sent yet
   * @param open invitations without an answer
   * @param live pieces of content that are out, or were
   * @param lastFee of the newest accepted invitation
   * @param lastTitle of the newest content that is out
   * @param lastInteractions of it, on all accounts; empty if nothing was measured
   */
  public record Card(
      UUID id,
      String name,
      CreatorKind kind,
      Optional<String> kecamatan,
      boolean active,
      long toReview,
      long toRevise,
      long working,
      long open,
      long live,
      Optional<Rupiah> lastFee,
      Optional<LocalDate> lastFeeOn,
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
   * What is going on with a creator.
   *
   * @param key of its word
   * @param tone the stylesheet's word
   */
  public record Doing(String key, long count, String tone, String icon) {}
}
