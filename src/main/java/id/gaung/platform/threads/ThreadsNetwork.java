package id.gaung.platform.threads;

import id.gaung.kernel.Network;
import java.util.List;

/** Threads, where people of the city have accounts. */
public final class ThreadsNetwork extends Network {

  public ThreadsNetwork() {
    super(
        new Naming(
            "THREADS",
            "Threads",
            60,
            "rani.kuliner",
            "(?!\\.)(?!.*\\.\\.)[a-z0-9._]{1,30}(?<!\\.)",
            List.of("threads.com", "threads.net")));
  }

  @Override
  public String address(String account) {
    return "https://www.threads.com/@" + account;
  }
}
