/** How fast Contacts4J is: single steps by JMH, the whole server by the load driver. */
@NullMarked
package org.contacts4j.benchmarks;

import org.jspecify.annotations.NullMarked;
