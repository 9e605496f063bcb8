contacts4j.jar contains these libraries. Where there are several licences, Contacts4J uses the library under the first one.
The texts of the licences are in META-INF/licenses, and the notices of the libraries in META-INF/NOTICE and NOTICE.txt.

<#list dependencyMap as entry>
<#assign library = entry.key>
${library.groupId}:${library.artifactId}:${library.version}
    ${library.name}<#if library.url?has_content>, ${library.url}</#if>
    ${entry.value?join(" or ")}
</#list>

Libraries that these ones contain:

ANTLR 4 runtime, in org.jdbi:jdbi3-core
    BSD-3-Clause
Protocol Buffers, in io.prometheus:prometheus-metrics-exposition-formats
    BSD-3-Clause
Gson and JCIP annotations, in com.nimbusds:nimbus-jose-jwt
    Apache-2.0
com.ongres.scram and com.ongres.stringprep, in org.postgresql:postgresql
    BSD-2-Clause
FastDoubleParser, in com.fasterxml.jackson.core:jackson-core
    MIT, in META-INF/FastDoubleParser-LICENSE and FastDoubleParser-ThirdParty-LICENSE
Public Suffix List, in org.apache.httpcomponents.client5:httpclient5
    MPL-2.0
