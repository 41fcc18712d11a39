package id.gaung.sandbox;

import id.gaung.platform.Access;
import id.gaung.platform.Credentials;
import id.gaung.platform.Refreshing;
import id.gaung.platform.SocialPlatform;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A client whose credentials are renewed when they are due, before each call, as Gaung does it. */
final class FreshLogin {

  private final SocialPlatform client;
  private final Clock clock;
  private final Map<Credentials, Credentials> renewed;

  private FreshLogin(SocialPlatform client, Clock clock, Map<Credentials, Credentials> renewed) {
    this.client = client;
    this.clock = clock;
    this.renewed = renewed;
  }

  /**
   * @param renewed what came in whose place, for all clients of one test
   */
  static SocialPlatform of(
      SocialPlatform client, Clock clock, Map<Credentials, Credentials> renewed) {
    FreshLogin fresh = new FreshLogin(client, clock, renewed);
    return (SocialPlatform)
        Proxy.newProxyInstance(
            SocialPlatform.class.getClassLoader(),
            new Class<?>[] {SocialPlatform.class},
            (proxy, method, args) -> {
              if (args != null
                  && args[0] instanceof Access access
                  && !method.getName().equals("refresh")) {
                args[0] = fresh.fresh(access);
              }
              try {
                return method.invoke(client, args);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  static Map<Credentials, Credentials> none() {
    return new HashMap<>();
  }

  private Access fresh(Access access) {
    Credentials now = access.credentials();
    while (renewed.containsKey(now)) {
      now = renewed.get(now);
    }
    Access usable = new Access(access.account(), now);
    boolean due = now.refreshAt().filter(at -> !clock.instant().isBefore(at)).isPresent();
    if (due && client.refresh(usable) instanceof Refreshing.Refreshed done) {
      renewed.put(now, done.credentials());
      return new Access(access.account(), done.credentials());
    }
    return usable;
  }
}
