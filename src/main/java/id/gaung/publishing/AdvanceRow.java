package id.gaung.publishing;

import java.util.Map;
import java.util.UUID;

/** How far an attempt has come. */
record AdvanceRow(UUID id, int number, Map<String, String> checkpoint) {}
