package org.contacts4j.http.scenario;

/** What a suite of tests needs: a server that runs. */
interface ApiUnderTest {

    RunningApi api();
}
