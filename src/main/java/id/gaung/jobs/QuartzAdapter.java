package id.gaung.jobs;

import java.util.Map;
import java.util.concurrent.CancellationException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one Quartz job: finds ours by name in the scheduler's context and runs it. */
@DisallowConcurrentExecution
public final class QuartzAdapter implements org.quartz.Job {

  static final String JOBS = "gaung.jobs";
  static final String WATCH = "gaung.watch";
  static final String TURNS = "gaung.turns";
  private static final Logger LOG = LoggerFactory.getLogger(QuartzAdapter.class);

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    String name = context.getJobDetail().getKey().getName();
    try {
      Object jobs = context.getScheduler().getContext().get(JOBS);
      Object watch = context.getScheduler().getContext().get(WATCH);
      if (watch instanceof JobWatch kept
          && jobs instanceof Map<?, ?> map
          && map.get(name) instanceof Job job) {
        if (context.getScheduler().getContext().get(TURNS) instanceof ClusterTurns turns) {
          turns.run(name, () -> kept.run(job));
        } else {
          kept.run(job);
        }
      } else {
        LOG.warn("No job {} in this build; an older or newer node scheduled it", name);
      }
    } catch (SchedulerException failed) {
      throw new JobExecutionException(failed);
    } catch (CancellationException stopping) {
      LOG.info("Job {} was broken off: the program is being stopped", name);
    } catch (RuntimeException failed) {
      // Written down by the watch. The next run tries again; Quartz must not unschedule the job.
      LOG.debug("Job {} failed", name, failed);
    }
  }
}
