package id.gaung.identity;

import id.gaung.kernel.Actor;
import id.gaung.web.Translator;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What people say on their profile about the messages they get; kept by whoever sends them. */
public interface NewsChoices {

  /** What this person may do without: codes with their names; empty if there is nothing. */
  Map<String, String> offered(Actor by, Translator t);

  /** The codes of what they want now. */
  List<String> wanted(Actor by);

  /** From now on these alone; codes that are not offered are passed over. Audited. */
  void choose(Actor by, Collection<String> wanted);
}
