package id.gaung.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;

/**
 * Containers of videos: each exists at once, and its video is fetched behind it. A fetch that ended
 * with the process begins again when the container is asked for. Thread-safe.
 */
final class ContainerVideos {

  /** A short video is fetched while the caller waits for the state, so that tests need no pause. */
  private static final long PATIENCE_MILLIS = 500;

  private static final int AT_ONCE = 4;

  private final ContainerDao containers;
  private final MediaDao media;
  private final SettingDao settings;
  private final Clock clock;
  private final Duration processing;
  private final PictureFetch fetch = PictureFetch.anyPicture();
  private final Reasons reasons;
  private final Map<String, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_ONCE,
          work -> {
            Thread thread = new Thread(work, "container-videos");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Why a video fails, in the network's words.
   *
   * @param noVideo it is of no format that is taken
   * @param notFetched it could not be had
   */
  record Reasons(String noVideo, String notFetched) {}

  ContainerVideos(Jdbi jdbi, Clock clock, Duration processing, Reasons reasons) {
    this.reasons = reasons;
    this.clock = clock;
    this.processing = processing;
    containers = jdbi.onDemand(ContainerDao.class);
    media = jdbi.onDemand(MediaDao.class);
    settings = jdbi.onDemand(SettingDao.class);
  }

  /** Begins to fetch. */
  void begin(PracticeContainer reel) {
    running.computeIfAbsent(
        reel.id(),
        id ->
            CompletableFuture.runAsync(() -> get(reel), threads)
                .whenComplete((done, failure) -> running.remove(id)));
  }

  /** The container as it stands, its fetch begun again if it was lost. */
  PracticeContainer current(PracticeContainer container) {
    if (!container.isUnfetched()) {
      return container;
    }
    begin(container);
    CompletableFuture<Void> fetching = running.get(container.id());
    if (fetching != null) {
      try {
        fetching.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillFetching) {
        return container;
      } catch (ExecutionException failed) {
        return container;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return container;
      }
    }
    return containers.find(container.id()).orElse(container);
  }

  private void get(PracticeContainer reel) {
    try {
      byte[] cover = reel.cover().isEmpty() ? new byte[0] : fetch.cover(reel.cover());
      PracticeFile video = fetch.video(reel.source());
      if (!video.beginsAsVideo()) {
        failed(reel, reasons.noVideo());
        return;
      }
      Instant now = clock.instant();
      long id =
          media.createVideo(
              reel.accountId(),
              "176" + String.format(Locale.ROOT, "%014d", settings.nextNumber()),
              "video/mp4",
              video.content(),
              video.size(),
              cover,
              "",
              false,
              now,
              now);
      containers.fetched(reel.id(), Optional.of(id), false, "", now.plus(processing));
    } catch (IOException | PracticeRefusal notToBeHad) {
      failed(reel, reasons.notFetched());
    }
  }

  private void failed(PracticeContainer reel, String code) {
    containers.fetched(reel.id(), Optional.empty(), true, code, clock.instant());
  }
}
