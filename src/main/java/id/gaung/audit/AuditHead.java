package id.gaung.audit;

/** The end of the chain. */
public record AuditHead(long seq, String hash) {}
