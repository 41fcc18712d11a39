package id.gaung.channel;

import id.gaung.kernel.Network;
import id.gaung.platform.ConnectField;
import id.gaung.web.Form;
import id.gaung.web.Translator;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The form that connects an account of one network.
 *
 * @param lacking the settings without which it cannot
 * @param waitsForPermit whether its network has yet to allow the office to be connected
 * @param callback where the network sends people back to, as its app has to know it
 */
public record ConnectPage(
    Network network,
    List<ConnectField> fields,
    List<String> lacking,
    boolean waitsForPermit,
    URI callback,
    Form form) {

  /** Whether connecting can work now; else the page says what is to be done first. */
  public boolean isOpen() {
    return lacking.isEmpty() && !waitsForPermit;
  }

  /** The keys of the steps that lead to what is lacking, in their order. */
  public List<String> steps(Translator words) {
    return numbered("app", words);
  }

  /** The keys of what the network will ask the person to allow. */
  public List<String> asks(Translator words) {
    return numbered("asks", words);
  }

  private List<String> numbered(String what, Translator words) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> "channel.connect." + network.path() + "." + what + "." + n)
        .takeWhile(words::has)
        .toList();
  }

  /** What may be chosen, in words. */
  public Map<String, String> choices(ConnectField field, Translator words) {
    Map<String, String> choices = new LinkedHashMap<>();
    String key = "channel.connect." + network.path() + "." + field.name() + ".";
    field.choices().forEach(choice -> choices.put(choice, words.get(key + choice)));
    return choices;
  }

  /** The key of a field's label. */
  public String label(ConnectField field) {
    return "channel.connect." + network.path() + "." + field.name() + ".label";
  }

  public String hint(ConnectField field) {
    return "channel.connect." + network.path() + "." + field.name() + ".hint";
  }
}
