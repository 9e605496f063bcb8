{
  "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
  "bomFormat": "CycloneDX",
  "specVersion": "1.6",
  "version": 1,
  "metadata": {
    "component": {
      "type": "application",
      "bom-ref": "contacts4j",
      "group": "org.contacts4j",
      "name": "contacts4j",
      "licenses": [{"license": {"id": "Apache-2.0"}}]
    }
  },
  "components": [
<#list dependencyMap as entry>
<#assign library = entry.key>
    {
      "type": "library",
      "bom-ref": "pkg:maven/${library.groupId}/${library.artifactId}@${library.version}?type=jar",
      "group": "${library.groupId}",
      "name": "${library.artifactId}",
      "version": "${library.version}",
      "purl": "pkg:maven/${library.groupId}/${library.artifactId}@${library.version}?type=jar",
<#if entry.value?size == 1>
      "licenses": [{"license": {"id": "${entry.value[0]}"}}]
<#else>
      "licenses": [{"expression": "${entry.value?join(" OR ")}"}]
</#if>
    }<#sep>,</#sep>
</#list>
  ]
}
