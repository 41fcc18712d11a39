package id.gaung.jobs;

import java.time.Duration;

/**
 * A job and how often it runs.
 *
 * @param where on each node, or on one node of the cluster at a time
 */
public record Schedule(Job job, Duration every, Where where) {

  public enum Where {
    EACH_NODE,
    ONCE_IN_CLUSTER
  }

  public static Schedule eachNode(Job job, Duration every) {
    return new Schedule(job, every, Where.EACH_NODE);
  }

  public static Schedule onceInCluster(Job job, Duration every) {
    return new Schedule(job, every, Where.ONCE_IN_CLUSTER);
  }
}
