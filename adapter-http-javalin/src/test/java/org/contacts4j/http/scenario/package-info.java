/** The contract of the HTTP APIs over any store, as test suites for every module that can run them. */
@NullMarked
package org.contacts4j.http.scenario;

import org.jspecify.annotations.NullMarked;
