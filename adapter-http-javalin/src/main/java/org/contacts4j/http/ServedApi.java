package org.contacts4j.http;

import java.util.List;

/**
 * An API that the server offers.
 *
 * @param name {@code canonical}, or the name of the dialect
 * @param paths the root paths of the API
 */
public record ServedApi(String name, int port, List<String> paths) {}
