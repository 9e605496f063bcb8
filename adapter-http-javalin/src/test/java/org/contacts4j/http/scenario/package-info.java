/** What the canonical API must do over any store, as suites for every module that can run it. */
@NullMarked
package org.contacts4j.http.scenario;

import org.jspecify.annotations.NullMarked;
