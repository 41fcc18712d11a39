package id.gaung.creator;

import id.gaung.kernel.Whatsapp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A creator or a local medium. Personal data: observers never see it.
 *
 * @param personId the account the creator signs in with, if there is one
 * @param photoId a picture of the library
 * @param active whether new offers may go there
 */
public record Creator(
    UUID id,
    String name,
    CreatorKind kind,
    Whatsapp whatsapp,
    Optional<String> email,
    Optional<String> kecamatanCode,
    String note,
    Optional<UUID> personId,
    Optional<UUID> photoId,
    boolean active,
    Instant createdAt,
    Instant updatedAt,
    int version) {}
