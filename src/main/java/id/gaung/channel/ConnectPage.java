package id.gaung.channel;

import id.gaung.platform.ConnectField;
import id.gaung.platform.Network;
import id.gaung.web.Form;
import java.util.List;

/** The form that connects an account of one network. */
public record ConnectPage(Network network, List<ConnectField> fields, Form form) {

  /** The key of a field's label. */
  public String label(ConnectField field) {
    return "channel.connect." + network.path() + "." + field.name() + ".label";
  }

  public String hint(ConnectField field) {
    return "channel.connect." + network.path() + "." + field.name() + ".hint";
  }
}
