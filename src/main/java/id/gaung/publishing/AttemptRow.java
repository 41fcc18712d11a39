package id.gaung.publishing;

import java.util.UUID;

/** An attempt as it is begun. */
record AttemptRow(UUID id, UUID renditionId, int number, String kind, String payloadHash) {}
