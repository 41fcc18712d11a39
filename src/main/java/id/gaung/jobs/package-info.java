/**
 * Quartz: the scheduler of this node (in memory) and the scheduler of the cluster (in the
 * database), and the one adapter from {@code org.quartz.Job} to {@link id.gaung.jobs.Job}. Quartz's
 * own tables ({@code qrtz_*}) belong to it. Uses kernel and db.
 */
@NullMarked
package id.gaung.jobs;

import org.jspecify.annotations.NullMarked;
