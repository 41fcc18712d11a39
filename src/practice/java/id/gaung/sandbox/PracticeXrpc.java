package id.gaung.sandbox;

/** Errors as XRPC services write them. */
final class PracticeXrpc {

  private PracticeXrpc() {}

  static Answer error(int status, String name, String message) {
    return Answer.json(status, PracticeJson.object().put("error", name).put("message", message));
  }

  static PracticeRefusal refuse(int status, String name, String message) {
    return new PracticeRefusal(error(status, name, message));
  }

  static PracticeRefusal invalid(String message) {
    return refuse(400, "InvalidRequest", message);
  }

  static String required(Call call, String param) {
    return call.params(param).stream()
        .findFirst()
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> invalid("Error: Params must have the property \"" + param + "\""));
  }
}
