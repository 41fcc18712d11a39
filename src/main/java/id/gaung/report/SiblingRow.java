package id.gaung.report;

import java.util.UUID;

/** A rendition of a post that is out or may still come out; they carry the post's cost together. */
public record SiblingRow(UUID postId, UUID renditionId) {}
