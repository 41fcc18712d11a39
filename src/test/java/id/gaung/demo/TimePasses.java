package id.gaung.demo;

import java.time.Instant;

/** Lets the practice office's clock run ahead while the jobs do what is due. */
public final class TimePasses {

  private TimePasses() {}

  /**
   * @param jobs run every few hours of that time
   */
  public static void until(StoryClock clock, Instant end, Runnable jobs) {
    clock.moveTo(clock.instant());
    new StoryTime(clock, () -> {}, jobs).runUntil(end);
  }

  /** The clock goes like the real one again. */
  public static void release(StoryClock clock) {
    clock.release();
  }
}
