package org.contacts4j.benchmarks.micro;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.contact.search.SearchText;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Patch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Benchmark of the domain's part of a request: validation, events and search text, over a mix of contacts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ContactBenchmark {

    private static final int MIX = 1024;
    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    private static final MemberId ADA = new MemberId("ada");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final ContactId ID = new ContactId(new UUID(1, 2));

    private final Mix<Patch<Contact>> fields;
    private final Mix<Contact> contacts;
    private final Mix<Patch<Contact>> newJobs;
    private final Mix<Contact[]> changes;

    /** Generates the contacts. */
    public ContactBenchmark() {
        GeneratedContacts generated = new GeneratedContacts(ORGANIZATION, 1, MIX);
        SplittableRandom random = new SplittableRandom(1);
        fields = Mix.of(MIX, generated::fields);
        contacts = Mix.of(MIX, generated::contact);
        newJobs = Mix.of(MIX, n -> GeneratedContacts.newJob(random));
        changes = Mix.of(MIX, n -> {
            Contact before = contacts.get(n);
            return new Contact[] {before, before.apply(newJobs.get(n), ADA, NOON)};
        });
    }

    @Benchmark
    public Contact create() {
        return Contact.create(ID, ORGANIZATION, fields.next(), ADA, NOON);
    }

    @Benchmark
    public Contact applyTitleAndDepartment() {
        return contacts.next().apply(newJobs.next(), ADA, NOON);
    }

    @Benchmark
    public ContactEvent createdEvent() {
        return ContactEvent.created(ID.value(), contacts.next());
    }

    @Benchmark
    public ContactEvent updatedEvent() {
        Contact[] change = changes.next();
        return ContactEvent.updated(ID.value(), change[0], change[1]);
    }

    @Benchmark
    public String searchText() {
        return SearchText.of(contacts.next(), PhoneNumbers.DIGITS);
    }
}
