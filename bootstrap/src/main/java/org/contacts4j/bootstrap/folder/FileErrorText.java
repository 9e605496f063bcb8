package org.contacts4j.bootstrap.folder;

import java.io.FileNotFoundException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Describes file errors in plain words, in one line. */
public final class FileErrorText {

    private FileErrorText() {}

    public static String of(Exception failure) {
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return "there is no such file";
        } else if (failure instanceof AccessDeniedException) {
            return "permission denied";
        } else if (failure instanceof FileAlreadyExistsException) {
            return "it is a file, not a folder";
        } else if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        } else if (failure instanceof FileSystemException system && system.getReason() != null) {
            return firstLine(system.getReason());
        }
        return firstLine(failure.getMessage());
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("no reason given");
    }
}
