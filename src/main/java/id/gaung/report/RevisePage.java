package id.gaung.report;

import id.gaung.kernel.Week;
import id.gaung.web.Form;

/** Asks for the reason of a revision. */
public record RevisePage(Week week, StoredReport newest, Form form) {}
