package org.contacts4j.http;

import java.util.List;

/**
 * An API that the server speaks.
 *
 * @param name {@code canonical}, or what its dialect is called
 * @param paths at and below which it is
 */
public record ServedApi(String name, int port, List<String> paths) {}
