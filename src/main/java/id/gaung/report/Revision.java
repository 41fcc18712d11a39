package id.gaung.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks for a new version of a final report.
 *
 * @param version the newest version, as the person saw it
 * @param reason why, for the document and the audit log
 */
public record Revision(int version, @NotBlank @Size(max = 500) String reason) {}
