package org.contacts4j.inmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contacts4j.application.attachment.ContentParts;
import org.contacts4j.domain.AttachmentId;
import org.contacts4j.domain.OrganizationId;

record InMemoryContentParts(InMemoryTransaction tx) implements ContentParts {

    @Override
    public void insert(OrganizationId organization, AttachmentId id, int number, byte[] part) {
        List<byte[]> parts = new ArrayList<>(of(organization, id));
        Refused.unless(number == parts.size(), "the parts come one after the other");
        parts.add(part.clone());
        tx.changes().put(tx.recordsOf(organization).contents, id, parts);
    }

    @Override
    public Optional<byte[]> find(OrganizationId organization, AttachmentId id, int number) {
        List<byte[]> parts = of(organization, id);
        return number < parts.size() ? Optional.of(parts.get(number).clone()) : Optional.empty();
    }

    @Override
    public boolean delete(OrganizationId organization, AttachmentId id, int limit) {
        boolean wasThere = !of(organization, id).isEmpty();
        tx.changes().remove(tx.recordsOf(organization).contents, id);
        return wasThere;
    }

    private List<byte[]> of(OrganizationId organization, AttachmentId id) {
        return tx.recordsOf(organization).contents.getOrDefault(id, List.of());
    }
}
