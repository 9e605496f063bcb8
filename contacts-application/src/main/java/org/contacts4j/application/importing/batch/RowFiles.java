package org.contacts4j.application.importing.batch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.application.attachment.upload.NewFiles;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/** The files that the rows of a batch add to contacts. A contact gets each content once. */
final class RowFiles {

    private final Transaction tx;
    private final OrganizationId organization;
    private final @Nullable NewFiles files;
    private final ImportCounts counts;
    private final List<RowFile> added = new ArrayList<>();
    private final Map<ContactId, Set<String>> digests = new HashMap<>();

    /** @param files the stored content; null in a dry run, which attaches nothing */
    RowFiles(Transaction tx, OrganizationId organization, @Nullable NewFiles files, ImportCounts counts) {
        this.tx = tx;
        this.organization = organization;
        this.files = files;
        this.counts = counts;
    }

    /**
     * Adds the files of the row to a contact that this batch creates. They get its time of creation, so that the undo of
     * the import can tell them from later ones.
     */
    void addToNew(Contact contact, ImportRow row) {
        if (!row.files().isEmpty()) {
            digests.put(contact.id(), new HashSet<>());
            addTo(contact.id(), row, contact.revision().createdAt());
        }
    }

    /** Adds the files of the row that the contact does not have. Returns whether there are any. */
    boolean addTo(ContactId contact, ImportRow row, Instant now) {
        int before = added.size();
        for (NewFile file : row.files()) {
            if (digests.computeIfAbsent(contact, this::stored).add(file.sha256())) {
                added.add(new RowFile(contact, row, file, now));
            }
        }
        return added.size() > before;
    }

    private Set<String> stored(ContactId contact) {
        return tx.attachments().of(organization, contact).stream()
                .map(Attachment::sha256)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** @throws NewFiles.Missing unless the content of all added files is stored */
    void requireStored() {
        if (files != null) {
            files.requireStored(added.stream().map(RowFile::file).toList());
        }
    }

    /**
     * Attaches the added files, with a warning for each that a limit refuses. This locks the storage quota, which other
     * transactions lock after contacts.
     */
    void attach() {
        if (files != null) {
            added.forEach(add -> attach(files, add));
        }
    }

    private void attach(NewFiles contents, RowFile add) {
        try {
            contents.attach(tx, add.contact(), add.file(), add.at());
        } catch (ContactsFailure.QuotaExceeded | ContactsFailure.TooLarge | ContactsFailure.Invalid refusal) {
            counts.warned(
                    add.row(),
                    add.contact(),
                    List.of(new Fault(add.file().field(), "is left out: " + refusal.getMessage())));
        }
    }

    private record RowFile(ContactId contact, ImportRow row, NewFile file, Instant at) {}
}
