package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The Java code of a page in Markdown. The blocks of a page form one method, so that later ones continue earlier ones. */
final class MarkdownExamples {

    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    /** A simple name of a class, not qualified by another one. */
    private static final Pattern TYPE = Pattern.compile("(?<![.\\w])[A-Z]\\w*");

    /** What a reader's IDE imports, except for the types of Contacts4J. */
    private static final String IMPORTS = """
            import static org.assertj.core.api.Assertions.assertThat;
            import static org.contacts4j.application.page.Order.Key.*;
            import static org.contacts4j.application.page.PageRequest.orderBy;
            import static org.contacts4j.domain.contact.ContactStatus.*;
            import static org.contacts4j.domain.filter.Fields.*;
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import java.io.*;
            import java.nio.charset.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import org.junit.jupiter.api.Test;
            """;

    private static final List<String> API_FIRST =
            List.of(ArchitectureTest.DOMAIN, ArchitectureTest.APPLICATION, "org.contacts4j");

    private MarkdownExamples() {}

    /** Compiles and runs the blocks of the page, followed by {@code checks}, which may use their variables. */
    static void run(Path page, String checks) throws Exception {
        String code = BLOCK.matcher(Files.readString(page))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        assertThat(code).as("the examples of %s", page).isNotBlank();
        Path folder = Files.createTempDirectory("examples");
        compile(folder, code + checks);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, MarkdownExamples.class.getClassLoader())) {
            loader.loadClass("Example").getMethod("run").invoke(null);
        }
    }

    private static void compile(Path folder, String code) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            String source = IMPORTS + imports(files, code) + "public class Example {\n"
                    + "public static void run() throws Exception {\n" + code + "\n}\n}\n";
            StringWriter messages = new StringWriter();
            boolean compiled = compiler.getTask(
                            messages, files, null, List.of("-proc:none"), null, List.of(new Source(source)))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    /** Returns imports of the types of Contacts4J that the code names. */
    private static String imports(StandardJavaFileManager files, String code) throws IOException {
        Set<String> named = TYPE.matcher(code).results().map(MatchResult::group).collect(Collectors.toSet());
        return StreamSupport.stream(
                        files.list(StandardLocation.CLASS_PATH, "org.contacts4j", EnumSet.of(Kind.CLASS), true)
                                .spliterator(),
                        false)
                .map(file -> String.valueOf(files.inferBinaryName(StandardLocation.CLASS_PATH, file)))
                .filter(name -> named.contains(simple(name)))
                .filter(MarkdownExamples::isPublic)
                .collect(Collectors.groupingBy(
                        MarkdownExamples::simple, Collectors.minBy(Comparator.comparing(MarkdownExamples::rank))))
                .values()
                .stream()
                .map(name -> "import " + name.orElseThrow().replace('$', '.') + ";\n")
                .collect(Collectors.joining());
    }

    private static String simple(String name) {
        return name.substring(1 + Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')));
    }

    /** Prefers top-level types to nested ones, and those of the domain and of the application to others. */
    private static int rank(String name) {
        int module = 0;
        while (!name.startsWith(API_FIRST.get(module))) {
            module++;
        }
        return name.indexOf('$') < 0 ? module : API_FIRST.size() + module;
    }

    private static boolean isPublic(String name) {
        try {
            Class<?> type = Class.forName(name, false, MarkdownExamples.class.getClassLoader());
            return java.lang.reflect.Modifier.isPublic(type.getModifiers());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String code;

        Source(String code) {
            super(URI.create("string:///Example.java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
