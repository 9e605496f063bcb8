/** What every store must do, as tests that each of them runs. */
@NullMarked
package org.contacts4j.contract;

import org.jspecify.annotations.NullMarked;
