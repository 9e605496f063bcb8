/** Contract tests that every store must pass. */
@NullMarked
package org.contacts4j.contract;

import org.jspecify.annotations.NullMarked;
