package id.gaung.platform;

import id.gaung.platform.ContentRules.Segment;
import java.util.List;

/** Cuts a text into plain parts, links, hashtags and mentions, as one network sees them. */
@FunctionalInterface
public interface TextCutter {

  /** The parts joined give the text back. */
  List<Segment> segments(String text);
}
