package org.contacts4j.application.personaldata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.FailedRowOfJob;
import org.contacts4j.application.importing.warning.WarningOfJob;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.view.View;
import org.jspecify.annotations.Nullable;

/**
 * A search for a person in the texts of an organization. It reads all of them, in short transactions: stores cannot
 * search these texts, and the search is rare.
 */
record PersonSearch(Store store, OrganizationId organization, Person person) {

    private static final int BATCH = 200;

    /** Returns at most {@code limit} failed rows of imports that identify the person. */
    List<FailedRowOfJob> failedRows(int limit) {
        return search(
                after -> store.read(tx -> tx.importJobs().failures(organization, after, BATCH)),
                row -> person.isNamedIn(row.failed().row().cells()),
                limit);
    }

    /** Returns at most {@code limit} warnings of imports that identify the person, or are about the contact. */
    List<WarningOfJob> warnings(int limit) {
        return search(
                after -> store.read(tx -> tx.importWarnings().all(organization, after, BATCH)),
                stored -> person.isNamedIn(List.of(
                        stored.warning().fault().message(),
                        String.valueOf(stored.warning().contact()))),
                limit);
    }

    /** Returns at most {@code limit} texts of other records that identify the person. */
    List<Mention> mentions(ContactId id, int limit) {
        List<Comment> comments = search(
                after -> store.read(tx -> tx.comments().all(organization, after == null ? null : after.id(), BATCH)),
                comment -> !comment.contactId().equals(id) && person.isNamedIn(List.of(comment.text())),
                limit);
        Stream<Mention> inComments = comments.stream()
                .map(comment -> new Mention(
                        Mention.Kind.COMMENT,
                        comment.id().toString(),
                        comment.contactId().toString()));
        Stream<Mention> inViews = store.read(tx -> tx.views().find(organization)).views().stream()
                .filter(view -> person.isNamedIn(texts(view)))
                .map(view -> new Mention(Mention.Kind.VIEW, view.id(), view.name()));
        return Stream.concat(inViews, inComments).limit(limit).toList();
    }

    private static List<String> texts(View view) {
        return List.of(view.name(), String.valueOf(view.q()), String.valueOf(view.query()));
    }

    private static <T> List<T> search(Function<@Nullable T, List<T>> next, Predicate<T> wanted, int limit) {
        List<T> found = new ArrayList<>();
        List<T> batch = next.apply(null);
        while (!batch.isEmpty() && found.size() < limit) {
            batch.stream().filter(wanted).limit(limit - found.size()).forEach(found::add);
            batch = next.apply(batch.get(batch.size() - 1));
        }
        return found;
    }
}
