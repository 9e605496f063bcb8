/** Performance measurements of Contacts4J: JMH benchmarks of single steps, and a load driver for the whole server. */
@NullMarked
package org.contacts4j.benchmarks;

import org.jspecify.annotations.NullMarked;
