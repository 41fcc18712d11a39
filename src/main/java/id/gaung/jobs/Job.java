package id.gaung.jobs;

/**
 * Work that comes round. A run does whatever is due now by the injected clock, so that a missed or
 * a repeated run does no harm; tests step it and never wait for it.
 */
public interface Job {

  /** A job that is nothing but a name and what it does. */
  static Job of(String name, Runnable work) {
    return new Job() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void run() {
        work.run();
      }
    };
  }

  /** Unique, such as {@code publish-due-posts}. */
  String name();

  /** Does what is due. An exception is logged and ends this run only. */
  void run();

  /** How many of its items fail now and are left aside for a while. */
  default int failing() {
    return 0;
  }

  /** How many times an item failed since this process began. */
  default long failed() {
    return 0;
  }
}
