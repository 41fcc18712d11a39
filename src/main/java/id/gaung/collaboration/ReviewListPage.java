package id.gaung.collaboration;

import id.gaung.kernel.Page;
import java.time.LocalDate;

/**
 * Drafts that wait for staff.
 *
 * @param today to see what is late
 */
public record ReviewListPage(Page<DeliverableView> rows, LocalDate today) {}
