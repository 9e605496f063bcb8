/** JMH benchmarks of single steps. */
@NullMarked
package org.contacts4j.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
