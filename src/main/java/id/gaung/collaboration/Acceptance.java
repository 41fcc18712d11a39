package id.gaung.collaboration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a creator says when accepting.
 *
 * @param name typed by the creator, instead of a signature
 * @param briefSha256 of the brief that was on the page
 */
public record Acceptance(
    @NotBlank @Size(max = 120) String name,
    @AssertTrue(message = "collaboration.tick.brief") boolean briefRead,
    @AssertTrue(message = "collaboration.tick.personal-data") boolean personalData,
    @AssertTrue(message = "collaboration.tick.disclosure") boolean disclosure,
    @NotBlank String briefSha256) {}
