package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Verifies the lists of libraries in the runnable jar: the one for people, and the bill of materials. */
class ThirdPartyIT {

    private static final Path JAR = Path.of(System.getProperty("contacts4j.jar", "target/contacts4j.jar"));
    private static final String LIBRARIES = "META-INF/THIRD-PARTY.txt";
    private static final String SBOM = "META-INF/sbom/contacts4j.cdx.json";
    private static final String OWN = "org/contacts4j/";
    private static final String SERVICES = "META-INF/services/";

    @Test
    void listsExactlyTheLibrariesWhoseClassesAreInTheJar() throws IOException {
        Set<String> classes = classesOf(JAR);
        classes.removeIf(name -> name.startsWith(OWN));
        Set<String> included = new TreeSet<>();
        Set<String> explained = new TreeSet<>();
        for (Path library : classPath()) {
            Set<String> ofLibrary = classesOf(library);
            ofLibrary.removeIf(name -> name.startsWith(OWN));
            if (!ofLibrary.isEmpty() && classes.containsAll(ofLibrary)) {
                included.add(String.valueOf(library.getFileName()));
                explained.addAll(ofLibrary);
            }
        }

        assertThat(components()).containsExactlyInAnyOrderElementsOf(included);
        assertThat(classes).isSubsetOf(explained);
        assertThat(included)
                .allSatisfy(file -> assertThat(text(LIBRARIES))
                        .containsPattern(":"
                                + file.replaceFirst("-([0-9][^-]*)\\.jar", ":$1")
                                        .replace(".", "\\.")));
    }

    @Test
    void containsTheTextOfEachLicence() throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode component : sbom().path("components")) {
            JsonNode licence = component.path("licenses").path(0);
            String expression = licence.has("expression")
                    ? licence.path("expression").asText()
                    : licence.path("license").path("id").asText();
            assertThat(expression).as(component.path("name").asText()).isNotEmpty();
            ids.addAll(List.of(expression.split(" OR ")));
        }

        assertThat(ids)
                .isNotEmpty()
                .allSatisfy(id ->
                        assertThat(text("META-INF/licenses/" + id + ".txt")).hasSizeGreaterThan(1_000));
        Outcome printed = Outcome.of(Path.of(""), "licenses");
        assertThat(printed.out()).contains(text(LIBRARIES));
        assertThat(ids).allSatisfy(id -> assertThat(printed.out()).contains(text("META-INF/licenses/" + id + ".txt")));
    }

    @Test
    void containsNoLibraryThatIsNotUsed() throws IOException {
        assertThat(classesOf(JAR))
                .noneMatch(name -> name.startsWith("org/eclipse/jetty/websocket/")
                        || name.startsWith("org/eclipse/jetty/ee10/websocket/")
                        || name.startsWith("org/eclipse/jetty/ee10/annotations/")
                        || name.startsWith("jakarta/enterprise/")
                        || name.startsWith("org/objectweb/asm/"));
    }

    @Test
    void containsEveryClassThatAServiceNames() throws IOException {
        Set<String> classes = classesOf(JAR);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<ZipEntry> services = jar.stream()
                    .<ZipEntry>map(entry -> entry)
                    .filter(entry -> entry.getName().startsWith(SERVICES) && !entry.isDirectory())
                    .toList();
            assertThat(services)
                    .isNotEmpty()
                    .allSatisfy(service -> assertThat(text(service.getName())
                                    .lines()
                                    .map(line -> line.replaceFirst("#.*", "").strip())
                                    .filter(line -> !line.isEmpty())
                                    .map(line -> line.replace('.', '/') + ".class"))
                            .isSubsetOf(classes));
        }
    }

    /** Returns the file names of the libraries in the bill of materials. */
    private static List<String> components() throws IOException {
        return StreamSupport.stream(sbom().path("components").spliterator(), false)
                .map(component -> component.path("name").asText() + "-"
                        + component.path("version").asText() + ".jar")
                .toList();
    }

    private static JsonNode sbom() throws IOException {
        return new ObjectMapper().readTree(text(SBOM));
    }

    private static List<Path> classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("contacts4j-"))
                .map(Path::of)
                .toList();
    }

    private static Set<String> classesOf(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(String entry) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
