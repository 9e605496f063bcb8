package org.contacts4j.benchmarks.load;

import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * One kind of request, which is sent repeatedly.
 *
 * @param name the name in reports
 * @param status the expected status; any other status fails the run
 * @param request builds a complete HTTP request
 */
public record Work(String name, int status, Function<SplittableRandom, byte[]> request) {}
