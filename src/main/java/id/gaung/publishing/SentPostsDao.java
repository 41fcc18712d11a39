package id.gaung.publishing;

import id.gaung.channel.SentPosts;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Counts what went out, for limits of which no answer tells. */
interface SentPostsDao extends SentPosts {

  @Override
  default List<Sent> sent(List<Asked> asked) {
    return sent(
        asked.stream().map(Asked::channelId).toList(),
        asked.stream().map(Asked::most).toList(),
        asked.stream().map(one -> one.since().toString()).toList(),
        asked.stream().map(one -> one.heardAt().toString()).toList());
  }

  // Of each account the newest as far as its limit goes, by the index of what came out last.
  @SqlQuery(
      """
      select asked.channel_id, count(*) as count,
        count(*) filter (where out.published_at > asked.heard_at) as since_heard,
        min(out.published_at) as first
      from unnest(:channelIds, :mosts, cast(:sinces as timestamptz[]),
          cast(:heardAts as timestamptz[])) as asked (channel_id, most, since, heard_at)
        cross join lateral (
          select r.published_at from rendition r
          where r.channel_id = asked.channel_id and r.published_at > asked.since
          order by r.published_at desc limit asked.most) out
      group by asked.channel_id
      """)
  List<Sent> sent(
      List<UUID> channelIds, List<Long> mosts, List<String> sinces, List<String> heardAts);
}
