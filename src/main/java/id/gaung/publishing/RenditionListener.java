package id.gaung.publishing;

import java.util.List;

/** Whoever wants to hear of publications; called in the transaction that records them. */
@FunctionalInterface
public interface RenditionListener {
  void published(List<PublishedRendition> renditions);
}
