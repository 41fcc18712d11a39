package id.gaung.publishing;

import java.util.List;

/** The counters and previews alone. */
public record PreviewPage(List<ChannelPreview> previews) {}
