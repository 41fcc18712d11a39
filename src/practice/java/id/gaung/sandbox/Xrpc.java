package id.gaung.sandbox;

/** Errors as XRPC services write them. */
final class Xrpc {

  private Xrpc() {}

  static Answer error(int status, String name, String message) {
    return Answer.json(status, Json.object().put("error", name).put("message", message));
  }

  static Refusal refuse(int status, String name, String message) {
    return new Refusal(error(status, name, message));
  }

  static Refusal invalid(String message) {
    return refuse(400, "InvalidRequest", message);
  }

  static String required(Call call, String param) {
    return call.params(param).stream()
        .findFirst()
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> invalid("Error: Params must have the property \"" + param + "\""));
  }
}
