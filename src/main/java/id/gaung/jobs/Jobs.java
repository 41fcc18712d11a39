package id.gaung.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.quartz.DateBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the two schedulers with their jobs. */
public final class Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final DataSource dataSource;
  private final String node;
  private final List<Schedule> schedules;
  private final JobWatch watch;
  private final List<Scheduler> running = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * @param node this process's name in the cluster, unique
   */
  public Jobs(DataSource dataSource, String node, List<Schedule> schedules, Clock clock) {
    this.dataSource = dataSource;
    this.node = node;
    this.schedules = List.copyOf(schedules);
    this.watch = new JobWatch(this.schedules, clock);
  }

  /** How they do. */
  public JobWatch watch() {
    return watch;
  }

  public synchronized void start() {
    if (stopping) {
      return;
    }
    try {
      begin(nodeProperties(), Schedule.Where.EACH_NODE);
      begin(clusterProperties(), Schedule.Where.ONCE_IN_CLUSTER);
    } catch (SchedulerException failed) {
      stop();
      throw new IllegalStateException("the schedulers did not start", failed);
    }
  }

  /** No job begins any more. Returns at once. */
  public void standby() {
    stopping = true;
    List<Scheduler> schedulers;
    synchronized (this) {
      schedulers = List.copyOf(running);
    }
    schedulers.forEach(Jobs::standby);
  }

  private static void standby(Scheduler scheduler) {
    try {
      if (!scheduler.isShutdown()) {
        scheduler.standby();
      }
    } catch (SchedulerException failed) {
      LOG.warn("A scheduler did not stop", failed);
    }
  }

  /**
   * Waits for the jobs that are running, but not for ever: one that waits for a database or a
   * network that hangs is left to the end of the process.
   */
  public synchronized void stop() {
    CompletableFuture<?>[] ends =
        running.stream()
            .map(scheduler -> CompletableFuture.runAsync(() -> shutdown(scheduler)))
            .toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException late) {
      LOG.warn("Jobs are still running; what they did not finish is done by the next start");
    }
    running.clear();
  }

  private static void shutdown(Scheduler scheduler) {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException failed) {
      LOG.warn("A scheduler did not stop", failed);
    }
  }

  private void begin(Properties properties, Schedule.Where where) throws SchedulerException {
    Scheduler scheduler = make(properties);
    running.add(scheduler);
    Map<String, Job> jobs = new HashMap<>();
    for (Schedule schedule : schedules) {
      if (schedule.where() == where) {
        jobs.put(schedule.job().name(), schedule.job());
      }
    }
    scheduler.getContext().put(QuartzAdapter.JOBS, jobs);
    scheduler.getContext().put(QuartzAdapter.WATCH, watch);
    if (where == Schedule.Where.ONCE_IN_CLUSTER) {
      scheduler.getContext().put(QuartzAdapter.TURNS, new ClusterTurns(dataSource));
    }
    for (Schedule schedule : schedules) {
      if (schedule.where() == where) {
        JobDetail detail =
            JobBuilder.newJob(QuartzAdapter.class)
                .withIdentity(schedule.job().name())
                .storeDurably()
                .build();
        // Replaced at each start, so that a changed period of a newer build takes effect.
        scheduler.scheduleJob(detail, java.util.Set.of(trigger(schedule)), true);
      }
    }
    scheduler.start();
  }

  /**
   * Quartz lists the schedulers of a JVM by name and would hand out the first of a name again; but
   * all nodes of a cluster have the same name, and two nodes may live in one JVM.
   */
  private static synchronized Scheduler make(Properties properties) throws SchedulerException {
    Scheduler made = new StdSchedulerFactory(properties).getScheduler();
    SchedulerRepository.getInstance().remove(made.getSchedulerName());
    return made;
  }

  private static Trigger trigger(Schedule schedule) {
    Duration every = schedule.every();
    return TriggerBuilder.newTrigger()
        .withIdentity(schedule.job().name())
        // Posts are due on whole seconds: a run on each of them finds them at once.
        .startAt(DateBuilder.evenSecondDateAfterNow())
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(every.toMillis())
                .repeatForever()
                // Runs missed while nobody was there are not made up for: one run does all.
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  private Properties nodeProperties() {
    Properties properties = common("gaung-node-" + node, 4);
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    return properties;
  }

  private Properties clusterProperties() {
    String source = "gaung-" + node;
    DBConnectionManager.getInstance()
        .addConnectionProvider(source, new QuartzConnections(dataSource));
    Properties properties = common("gaung-cluster", 2);
    properties.setProperty("org.quartz.scheduler.instanceId", node);
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
    properties.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    properties.setProperty("org.quartz.jobStore.isClustered", "true");
    properties.setProperty("org.quartz.jobStore.dataSource", source);
    return properties;
  }

  private static Properties common(String name, int threads) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", name);
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
    properties.setProperty(
        "org.quartz.threadPool.threadsInheritContextClassLoaderOfInitializingThread", "true");
    return properties;
  }
}
