package id.gaung.publishing;

import id.gaung.channel.Budget;
import id.gaung.publishing.QueueDao.Claimed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane per channel: its renditions go one at a time, in order, and wait for nobody else's. The
 * lanes share a bounded pool; when there are more lanes than threads, a lane gives its thread away
 * after each rendition. Holds nothing beyond its size per lane, so neither its queues nor the
 * pool's can grow.
 */
final class Lanes {

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
  private static final Duration SLICE = Duration.ofSeconds(3);

  private final int size;
  private final Consumer<WorkItem> work;
  private final Runnable onRoom;
  private final ThreadPoolExecutor pool;
  // Guarded by this.
  private final Map<UUID, Deque<WorkItem>> waiting = new HashMap<>();
  private final Map<UUID, Integer> busy = new HashMap<>();
  private boolean closed;

  /**
   * @param size renditions a lane holds at most, the one under way included
   * @param work done for each rendition
   * @param onRoom called when a lane has become half empty
   */
  Lanes(int threads, int size, Consumer<WorkItem> work, Runnable onRoom) {
    this.size = size;
    this.work = work;
    this.onRoom = onRoom;
    AtomicInteger count = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "publish-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * Puts renditions into their lanes, in order.
   *
   * @return false, and nothing is put, if nothing is taken any more
   */
  synchronized boolean put(Collection<WorkItem> items) {
    if (closed) {
      return false;
    }
    for (WorkItem item : items) {
      UUID channel = item.channelId();
      Deque<WorkItem> lane = waiting.get(channel);
      if (lane == null) {
        lane = new ArrayDeque<>();
        waiting.put(channel, lane);
        busy.put(channel, 0);
        pool.execute(() -> serve(channel));
      }
      lane.add(item);
    }
    return true;
  }

  /** How much room there is in those lanes that hold anything. */
  synchronized Map<UUID, Integer> room() {
    Map<UUID, Integer> room = new HashMap<>();
    waiting.forEach(
        (channel, lane) -> room.put(channel, size - lane.size() - busy.getOrDefault(channel, 0)));
    return room;
  }

  synchronized boolean isIdle() {
    return waiting.isEmpty();
  }

  /** Waits until no lane holds anything. */
  synchronized void awaitIdle() {
    boolean interrupted = false;
    while (!waiting.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException asked) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes nothing more; answers what was not begun. */
  synchronized List<WorkItem> takeBack() {
    closed = true;
    List<WorkItem> left = new ArrayList<>();
    waiting
        .values()
        .forEach(
            lane -> {
              left.addAll(lane);
              lane.clear();
            });
    return left;
  }

  /**
   * Waits for what is under way, after {@link #takeBack}.
   *
   * @param meanwhile called every few seconds
   * @return whether all of it has ended
   */
  boolean close(Duration atMost, Runnable meanwhile) {
    pool.shutdown();
    try {
      boolean ended = false;
      for (long waited = 0; !ended && waited < atMost.toMillis(); waited += SLICE.toMillis()) {
        ended = pool.awaitTermination(SLICE.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
          meanwhile.run();
        }
      }
      return ended;
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void serve(UUID channel) {
    WorkItem item = next(channel);
    while (item != null) {
      try {
        work.accept(item);
      } catch (CancellationException stopping) {
        LOG.info("Rendition {}: broken off, the program is being stopped", item.id());
      } catch (RuntimeException failed) {
        LOG.error("Rendition {}: its attempt broke off", item.id(), failed);
      }
      if (hasRoom(channel)) {
        onRoom.run();
      }
      if (!pool.getQueue().isEmpty() && handOver(channel)) {
        return;
      }
      item = next(channel);
    }
  }

  private synchronized boolean handOver(UUID channel) {
    if (closed) {
      return false;
    }
    busy.put(channel, 0);
    pool.execute(() -> serve(channel));
    return true;
  }

  private synchronized @org.jspecify.annotations.Nullable WorkItem next(UUID channel) {
    Deque<WorkItem> lane = waiting.get(channel);
    WorkItem item = lane == null ? null : lane.poll();
    if (item == null) {
      waiting.remove(channel);
      busy.remove(channel);
      notifyAll();
    } else {
      busy.put(channel, 1);
    }
    return item;
  }

  private synchronized boolean hasRoom(UUID channel) {
    busy.put(channel, 0);
    Deque<WorkItem> lane = waiting.get(channel);
    return !closed && lane != null && lane.size() == size / 2;
  }

  /** A claimed rendition with its pictures: what one attempt needs. */
  record WorkItem(Claimed rendition, List<RenditionPicture> pictures) {

    WorkItem {
      pictures = List.copyOf(pictures);
    }

    UUID id() {
      return rendition.id();
    }

    UUID channelId() {
      return rendition.channelId();
    }

    Budget.Load load() {
      if (pictures.isEmpty()) {
        return Budget.Load.NOTHING;
      }
      if (!pictures.get(0).video()) {
        return Budget.Load.PICTURES;
      }
      return rendition.start().isStart() ? Budget.Load.VIDEO : Budget.Load.VIDEO_BEGUN;
    }

    /** SHA-256 over everything a reader will see; each part with its length before it. */
    String payloadHash() {
      try {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        add(sha, rendition.text());
        add(sha, rendition.language());
        for (RenditionPicture picture : pictures) {
          add(sha, picture.photoId().toString());
          add(sha, picture.altText());
        }
        for (Map.Entry<String, String> option : new TreeMap<>(rendition.options()).entrySet()) {
          add(sha, option.getKey());
          add(sha, option.getValue());
        }
        if (pictures.isEmpty()) {
          for (String said : new TreeMap<>(rendition.card()).values()) {
            add(sha, said);
          }
        }
        return HexFormat.of().formatHex(sha.digest());
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    private static void add(MessageDigest sha, String part) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      sha.update(bytes);
    }
  }
}
