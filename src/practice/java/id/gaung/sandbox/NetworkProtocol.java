package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Duration;
import java.util.Optional;

/** How one network speaks: its routes, and its words for what may happen on any of them. */
interface NetworkProtocol {

  Network network();

  void register(Router router);

  /** The path as the routes have it: without parts that stand for a host or a version. */
  default String route(String path) {
    return path;
  }

  /** The same, where one path stands for several kinds of call. */
  default String route(Call call) {
    return route(call.path());
  }

  /** The account a call is about, if it can be told without judging its token. */
  Optional<Long> accountOf(Call call);

  Answer notFound(Call call);

  Answer tooLarge();

  Answer serverError();

  Answer rateLimited(Call call, Duration wait);

  Answer tokenExpired();
}
