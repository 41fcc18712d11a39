package id.gaung.home;

import id.gaung.audit.Verification;
import id.gaung.kernel.Page;
import java.util.Optional;

/**
 * A page of the audit log.
 *
 * @param verification what walking the chain found, if that was asked for
 */
public record AuditPage(Page<AuditLine> lines, Optional<Verification> verification) {}
