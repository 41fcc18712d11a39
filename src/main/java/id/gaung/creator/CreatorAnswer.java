package id.gaung.creator;

import id.gaung.kernel.Page;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A creator as the API shows it, to staff. */
public record CreatorAnswer(
    UUID id,
    String name,
    CreatorKind kind,
    String whatsapp,
    Optional<String> email,
    Optional<String> kecamatanCode,
    String note,
    boolean active,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  static CreatorAnswer from(Creator creator) {
    return new CreatorAnswer(
        creator.id(),
        creator.name(),
        creator.kind(),
        creator.whatsapp().digits(),
        creator.email(),
        creator.kecamatanCode(),
        creator.note(),
        creator.active(),
        creator.createdAt(),
        creator.updatedAt(),
        creator.version());
  }

  static Page<CreatorAnswer> from(Page<Creator> page) {
    return new Page<>(
        page.rows().stream().map(CreatorAnswer::from).toList(),
        page.number(),
        page.size(),
        page.total());
  }
}
