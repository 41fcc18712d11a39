package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What differs by network of comments.
 *
 * @param text the field that holds a comment's words
 * @param time the field that says when it came
 * @param author the field that says whose it is
 * @param count the field of a post that says how many comments it has; empty where none is needed
 * @param own whether a comment is the account's own; one that names nobody is told by its words
 * @param ambiguous which errors leave open whether it came out
 * @param presence asked where the network says that there is no such post
 */
public record CommentShape(
    String text,
    String time,
    String author,
    Optional<String> count,
    BiPredicate<Access, JsonNode> own,
    Predicate<GraphError> ambiguous,
    BiFunction<Access, RemotePost, Presence> presence) {}
