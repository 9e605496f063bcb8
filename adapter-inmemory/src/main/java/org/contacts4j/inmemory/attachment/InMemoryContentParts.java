package org.contacts4j.inmemory.attachment;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.contacts4j.application.attachment.ContentParts;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.inmemory.record.Constraints;
import org.contacts4j.inmemory.record.StoredTransaction;

public record InMemoryContentParts(StoredTransaction tx) implements ContentParts {

    @Override
    public void insert(OrganizationId organization, AttachmentId id, int number, byte[] part) {
        NavigableMap<Integer, byte[]> parts = new TreeMap<>(of(organization, id));
        Constraints.require(parts.put(number, part.clone()) == null, "the part is there already");
        tx.changes().put(tx.recordsOf(organization).contents, id, parts);
    }

    @Override
    public Optional<byte[]> find(OrganizationId organization, AttachmentId id, int number) {
        return Optional.ofNullable(of(organization, id).get(number)).map(byte[]::clone);
    }

    @Override
    public boolean delete(OrganizationId organization, AttachmentId id, int limit) {
        boolean wasThere = !of(organization, id).isEmpty();
        tx.changes().remove(tx.recordsOf(organization).contents, id);
        return wasThere;
    }

    private NavigableMap<Integer, byte[]> of(OrganizationId organization, AttachmentId id) {
        return tx.recordsOf(organization).contents.getOrDefault(id, Collections.emptyNavigableMap());
    }
}
