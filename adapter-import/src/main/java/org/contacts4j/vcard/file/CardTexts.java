package org.contacts4j.vcard.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.contacts4j.application.attachment.upload.NewFile;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.vcard.CardText;
import org.contacts4j.vcard.file.CardEncoding.Result;
import org.contacts4j.vcard.file.CardProperties.Property;
import org.jspecify.annotations.Nullable;

/**
 * Divides a file into vCards. Memory use does not depend on the size of the file or of the pictures in it. A card that
 * is not ended ends where the next one begins.
 */
public final class CardTexts implements AutoCloseable {

    private static final int MAX_CARD = 1024 * 1024;

    /** The property of vCard 2.1 and 3.0 that contains the card of another person. */
    private static final Pattern AGENT = Pattern.compile("(?i)([A-Z0-9-]+\\.)?AGENT(;[^:]*)?:\\s*");

    private static final Fault OTHER_ENCODING =
            new Fault("row", "has bytes that are not UTF-8; its properties with such bytes were read as windows-1252");

    private final CardProperties properties;
    private final CardEncoding encoding;
    private final @Nullable EmbeddedFiles files;
    private @Nullable Property begin;
    private boolean hasUtf8;
    private boolean hasOther;

    private CardTexts(InputStream in, CardEncoding encoding, @Nullable EmbeddedFiles files) {
        this.encoding = encoding;
        this.files = files;
        properties = new CardProperties(in, encoding, files, MAX_CARD);
    }

    /** Divides the bytes, which {@link #close} closes, into cards with their pictures and sounds. */
    public static CardTexts of(InputStream in, CardEncoding encoding) {
        return new CardTexts(in, encoding, new EmbeddedFiles());
    }

    /** Divides the bytes, which {@link #close} closes, into cards without pictures and sounds. */
    public static CardTexts withoutFiles(InputStream in, CardEncoding encoding) {
        return new CardTexts(in, encoding, null);
    }

    /** Returns the next card; null at the end. Text between cards is ignored. */
    public @Nullable CardText next() throws IOException {
        @Nullable Property property = begin == null ? properties.next() : begin;
        begin = null;
        while (property != null && !CardText.isBegin(property.text())) {
            discard(property);
            property = properties.next();
        }
        return property == null ? null : new Reading().card();
    }

    /** Returns whether a property so far has characters beyond ASCII that are in the encoding of the file. */
    public boolean hasUtf8() {
        return hasUtf8;
    }

    /** Returns whether a property so far is not in the encoding of the file. */
    public boolean hasOther() {
        return hasOther;
    }

    private static void discard(Property property) {
        if (property.file() != null) {
            property.file().discard();
        }
    }

    /** Closes the text and deletes the pictures and sounds of all cards. */
    @Override
    public void close() throws IOException {
        properties.close();
        if (files != null) {
            files.close();
        }
    }

    /** The reading of one card. */
    private final class Reading {

        private final StringBuilder text = new StringBuilder(CardText.BEGIN).append('\n');
        private final List<NewFile> pictures = new ArrayList<>();
        private final List<Fault> warnings = new ArrayList<>();
        private int depth = 1;
        private boolean isTooLong;
        private boolean isDamaged;
        private boolean isOther;
        private boolean isAgentNext;

        CardText card() throws IOException {
            while (depth > 0) {
                @Nullable Property property = properties.next();
                boolean isBegin = property != null && CardText.isBegin(property.text());
                if (property == null || (isBegin && !isAgentNext)) {
                    begin = property;
                    return end("is not ended by " + CardText.END);
                }
                depth += isBegin ? 1 : CardText.isEnd(property.text()) ? -1 : 0;
                isAgentNext = AGENT.matcher(property.text()).matches()
                        || (isAgentNext && property.text().isBlank());
                add(property);
            }
            if (isDamaged) {
                return end("has bytes that are not " + encoding.charset().name());
            }
            return end(isTooLong ? "must not take more than 1 MiB, without pictures" : null);
        }

        private void add(Property property) {
            addFile(property);
            isDamaged |= property.result() == Result.DAMAGED;
            isOther |= property.result() == Result.OTHER;
            hasUtf8 |= property.result() == Result.SHARED;
            isTooLong |= property.isCut() || text.length() + property.text().length() > MAX_CARD;
            if (!isTooLong) {
                text.append(property.text()).append('\n');
            }
        }

        /** Adds the file of a property. The files in the card of an agent are those of another person. */
        private void addFile(Property property) {
            if (depth > 1) {
                discard(property);
                return;
            }
            if (property.file() != null) {
                pictures.add(property.file());
            }
            if (property.fault() != null) {
                warnings.add(property.fault());
            }
        }

        private CardText end(@Nullable String fault) {
            hasOther |= isOther;
            if (isOther) {
                warnings.add(OTHER_ENCODING);
            }
            if (fault != null) {
                pictures.forEach(NewFile::discard);
                pictures.clear();
            }
            return new CardText(text.toString(), pictures, warnings, fault);
        }
    }
}
