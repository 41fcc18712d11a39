package id.gaung.platform.instagram;

import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.util.List;
import java.util.Map;

/** How posts are read; each as {@link id.gaung.platform.SocialPlatform} promises it. */
interface MediaReader {

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts);

  Presence presence(Access access, RemotePost post);

  AccountProfile profile(Access access);
}
