package org.contacts4j.http.bottlecrm.json;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.body.Form;
import org.contacts4j.http.server.request.MediaTypes;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, which is JSON or a form.
 *
 * @param members the values by name; for a form, texts, and lists of texts where a field was sent more than once
 * @param form the multipart form; null for JSON and plain forms
 */
public record Body(
        Map<String, @Nullable Object> members, @Nullable Form form) {

    private static final String[] FILES = {"contact_attachment", "attachment"};

    public static Body of(Context ctx) throws IOException {
        if (Bodies.isEmpty(ctx)) {
            return new Body(Map.of(), null);
        }
        return switch (MediaTypes.plain(MediaTypes.of(ctx))) {
            case MediaTypes.MULTIPART -> ofForm(Form.read(ctx, FILES));
            case MediaTypes.FORM -> new Body(fields(Bodies.form(ctx)), null);
            default -> new Body(members(Json.readObject(Bodies.json(ctx))), null);
        };
    }

    /** Returns the comment; empty when none or a blank one was sent. */
    public Optional<String> comment() {
        Faults faults = new Faults();
        @Nullable Object sent = members.get("comment");
        @Nullable String text = sent == null ? null : LenientValueReaders.TEXT.read(sent, "comment", faults);
        if (text != null) {
            Rules.checkText(text, Rules.PROSE, "comment", faults);
        }
        faults.throwIfAny();
        return Optional.ofNullable(text).filter(comment -> !comment.isBlank());
    }

    /**
     * Returns the comment.
     *
     * @throws ContactsFailure.Invalid when none or a blank one was sent
     */
    public String requiredComment() {
        return comment()
                .orElseThrow(() -> new ContactsFailure.Invalid(
                        "comment", members.get("comment") == null ? Messages.REQUIRED : Messages.BLANK));
    }

    /** Returns the form with the file; null when no file was sent, as by a form in which no file was chosen. */
    public @Nullable Form file() throws IOException {
        return form == null || form.file() == null || Files.size(form.content()) == 0 ? null : form;
    }

    private static Body ofForm(Form form) {
        return new Body(fields(form.fields()), form);
    }

    private static Map<String, @Nullable Object> fields(Map<String, List<String>> sent) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        sent.forEach((name, values) -> members.put(name, values.size() == 1 ? values.get(0) : values));
        return members;
    }

    private static Map<String, @Nullable Object> members(Map<?, ?> sent) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        sent.forEach((name, value) -> members.put(String.valueOf(name), value));
        return members;
    }
}
