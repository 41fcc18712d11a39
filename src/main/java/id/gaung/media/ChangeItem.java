package id.gaung.media;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people say about one.
 *
 * @param tags with commas between them
 * @param networks by their path; none stands for all
 * @param licenceEnds the last day on which it holds, in Wita
 */
public record ChangeItem(
    int version,
    @Size(max = 120) String title,
    @Size(max = 1000) String altText,
    @Size(max = 120) String maker,
    @Size(max = 1000) String licence,
    Optional<LocalDate> licenceEnds,
    List<String> networks,
    @Size(max = 400) String tags,
    Optional<UUID> folderId) {}
