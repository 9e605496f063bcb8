/** Contract tests that every store must pass, by feature, and the fixtures that they share. */
@NullMarked
package org.contacts4j.contract;

import org.jspecify.annotations.NullMarked;
