package org.contacts4j.benchmarks.load;

import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * One kind of request, made again and again.
 *
 * @param name what it is called in reports
 * @param status the answer that counts as success; everything else fails the run
 * @param request makes a whole HTTP request
 */
record Work(String name, int status, Function<SplittableRandom, byte[]> request) {}
