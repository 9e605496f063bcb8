package org.contacts4j.benchmarks.micro;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.contacts4j.benchmarks.data.GeneratedContacts;
import org.contacts4j.benchmarks.load.ContactBodies;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.json.Json;
import org.contacts4j.json.canonical.ContactJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Benchmark of reading and writing a contact as JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ContactJsonBenchmark {

    private static final int MIX = 1024;

    private final Mix<byte[]> bodies;
    private final Mix<Contact> contacts;

    /** Generates the contacts. */
    public ContactJsonBenchmark() {
        GeneratedContacts generated = new GeneratedContacts(new OrganizationId("acme"), 1, MIX);
        bodies = Mix.of(MIX, n -> ContactBodies.of(generated.fields(n)).getBytes(StandardCharsets.UTF_8));
        contacts = Mix.of(MIX, generated::contact);
    }

    @Benchmark
    public Patch<Contact> read() {
        return ContactJson.read(bodies.next());
    }

    @Benchmark
    public byte[] write() {
        return Json.write(ContactJson.from(contacts.next()));
    }
}
