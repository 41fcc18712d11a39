package id.gaung.sandbox;

import id.gaung.kernel.Network;
import id.gaung.web.Form;
import id.gaung.web.Translator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The practice networks, and a form to make something go wrong on one of them.
 *
 * @param chosen the network of the form, which offers what can go wrong there
 */
public record NetworksPage(List<NetworkBlock> networks, Network chosen, Form form) {

  /** The chosen network and its accounts, by the value of the form's field. */
  public Map<String, String> targets(Translator t) {
    Map<String, String> options = new LinkedHashMap<>();
    for (NetworkBlock block : networks) {
      if (!block.network().equals(chosen)) {
        continue;
      }
      String label = block.network().label();
      options.put(block.network().name(), t.get("sandbox.target.all", label));
      block
          .accounts()
          .forEach(
              line ->
                  options.put(
                      FaultOrder.target(line.account()), label + ": " + line.account().handle()));
    }
    return options;
  }

  public Map<String, String> kinds(Translator t) {
    FaultKind[] fitting =
        Arrays.stream(FaultKind.values()).filter(k -> k.fits(chosen)).toArray(FaultKind[]::new);
    return named(fitting, "sandbox.kind", t);
  }

  public Map<String, String> scopes(Translator t) {
    return named(FaultScope.values(), "sandbox.scope", t);
  }

  private static Map<String, String> named(Enum<?>[] constants, String prefix, Translator t) {
    Map<String, String> options = new LinkedHashMap<>();
    Arrays.stream(constants).forEach(c -> options.put(c.name(), t.name(prefix, c)));
    return options;
  }
}
