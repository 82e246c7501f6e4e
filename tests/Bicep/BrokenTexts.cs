namespace SoraFunctions.Bicep.Tests;

/// <summary>Small texts with one fault each. Where the fault is stands in the expected finding, as file(line,column).</summary>
internal static class BrokenTexts
{
    /// <summary>Expected finding, then the text of main.bicep.</summary>
    public static readonly TheoryData<string, string> Alone = new()
    {
        // Syntax.
        { "main.bicep(1,9): the text does not end on its line", "var a = 'open" },
        { "main.bicep(1,10): '${' is not closed on its line", "var a = '${b\n" },
        { "main.bicep(1,10): after '\\' comes one of ' \\ $ n r t u{hex}", "var a = '\\q'" },
        { "main.bicep(1,10): after '\\' comes one of ' \\ $ n r t u{hex}", "var a = '\\u{D801}'" },
        { "main.bicep(1,1): 'func' begins no declaration", "func f() string => 'x'" },
        { "main.bicep(1,9): the text does not end", "var a = '''open\n" },
        { "main.bicep(2,1): the comment does not end", "\n/* open" },
        { "main.bicep(1,9): '~' is no sign of the language", "var a = ~1" },
        { "main.bicep(1,1): 'variable' begins no declaration", "variable a = 1" },
        { "main.bicep(1,7): expected '=', found a text", "var a 'x'" },
        { "main.bicep(1,11): expected the end of the line, found '2'", "var a = 1 2" },
        { "main.bicep(3,3): the property 'b' is there twice", "var a = {\n  b: 1\n  b: 2\n}" },
        { "main.bicep(2,8): expected the end of the line, ',' or '}', found 'c'", "var a = {\n  b: 1 c: 2\n}" },
        { "main.bicep(1,16): expected 'in', found 'of'", "var a = [for x of y: x]" },
        { "main.bicep(1,15): expected ',' or ')', found '2'", "var a = max(1 2)" },
        { "main.bicep(1,18): expected ':', found the end of the file", "var a = true ? 1 " },
        { "main.bicep(1,8): expected a type, found the end of the line", "param a\n" },
        { "main.bicep(1,7): the parameter 'a' has no type", "param a = 1\noutput b int = a" },

        // Names.
        { "main.bicep(1,16): the name 'missing' means nothing here", "output a int = missing" },
        { "main.bicep(1,22): the name 'missing' means nothing here", "output a string = '${missing}'" },
        { "main.bicep(2,5): 'a' is declared a second time", "var a = 1\nvar a = 2\noutput b int = a" },
        { "main.bicep(1,19): there is no function 'toUper' among those known here", "output a string = toUper('x')" },
        { "main.bicep(1,16): 'length' takes 1 to 1 arguments, not 2", "output a int = length('x', 'y')" },
        { "main.bicep(1,2): there is no decorator 'secret' among those known here", "@secret()\nparam a string\noutput b string = a" },
        { "main.bicep(1,9): there is no type 'Size'", "param a Size\noutput b object = a" },
        { "main.bicep(1,33): the name 'y' means nothing here", "output a array = [for x in [1]: y]" },
        { "main.bicep(1,19): only parameter files read environment variables", "output a string = readEnvironmentVariable('X')" },

        // Use.
        { "main.bicep(1,7): 'a' is never used", "param a string" },
        { "main.bicep(1,5): 'a' is never used", "var a = 1" },
        { "main.bicep(1,6): 'A' is never used", "type A = string" },
        { "main.bicep(1,10): 'a' is never used", "resource a 'Microsoft.KeyVault/vaults@2024-11-01' existing = {\n  name: 'v'\n}" },

        // Types.
        { "main.bicep(1,15): 'a': 'x' does not go where int is wanted", "param a int = 'x'\noutput b int = a" },
        { "main.bicep(2,24): there is no 'c' here; there is b", "var a = { b: 1 }\noutput d string = '${a.c}'" },
        { "main.bicep(5,18): 'a': 'z' is none of 'x', 'y'", "@allowed([\n  'x'\n  'y'\n])\nparam a string = 'z'\noutput b string = a" },
        { "main.bicep(1,19): 'a': 1 does not go where string is wanted", "output a string = 1" },

        // Hosts.
        { "main.bicep(1,19): 'core.windows.net' is written down: take it from a resource or from environment()", "output a string = 'https://x.blob.core.windows.net'" },

        // Resources.
        { "main.bicep(1,12): 'Microsoft.Web/sites' is no type with a version, such as Microsoft.Web/sites@2025-03-01", "resource a 'Microsoft.Web/sites' = {\n}" },
        { "main.bicep(1,12): 'Microsoft.Web/site' is not in the table of known types", "resource a 'Microsoft.Web/site@2025-03-01' = {\n}" },
        { "main.bicep(1,12): 'Microsoft.Web/serverfarms' is known at 2025-03-01, not 2019-08-01", "resource a 'Microsoft.Web/serverfarms@2019-08-01' = {\n  name: 'p'\n  tags: {}\n}" },
        { "main.bicep(1,10): 'a' has no tags", "resource a 'Microsoft.Web/serverfarms@2025-03-01' = {\n  name: 'p'\n}" },
        { "main.bicep(1,10): 'a' has no name", "resource a 'Microsoft.Web/serverfarms@2025-03-01' = {\n  tags: {}\n}" },
        { "main.bicep(3,13): the region 'westeurope' is written down: make it a parameter", "resource a 'Microsoft.Web/serverfarms@2025-03-01' = {\n  name: 'p'\n  location: 'westeurope'\n  tags: {}\n}" },
        { "main.bicep(1,10): 'a' must have allowSharedKeyAccess: false", "resource a 'Microsoft.Storage/storageAccounts@2025-06-01' = {\n  name: 'p'\n  tags: {}\n  properties: {\n    allowSharedKeyAccess: true\n  }\n}" },
        { "main.bicep(1,10): 'a' lies in another resource: say its parent", "resource a 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = {\n  name: 'p'\n}" },
        { "main.bicep(2,10): 'Microsoft.Web/serverfarms' lies in a resource group, this file works in a subscription: put it into a module", "targetScope = 'subscription'\nresource a 'Microsoft.Web/serverfarms@2025-03-01' = {\n  name: 'p'\n  tags: {}\n}" },
        { "main.bicep(1,10): 'Microsoft.Resources/resourceGroups' lies in a subscription, this file works in a resourceGroup", "resource a 'Microsoft.Resources/resourceGroups@2024-11-01' = {\n  name: 'p'\n  tags: {}\n}" },
        { "main.bicep(8,22): 'a' has no resource 'c' in it", "resource a 'Microsoft.DurableTask/schedulers@2026-02-01' = {\n  name: 's'\n  tags: {}\n  resource b 'taskHubs' = {\n    name: 'h'\n  }\n}\noutput d string = a::c.name" },

        // Known at the start.
        { "main.bicep(6,22): the name of 'b' depends on 'a.properties', which is not known at the start", "resource a 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {\n  name: 'i'\n  tags: {}\n}\nresource b 'Microsoft.Web/serverfarms@2025-03-01' = {\n  name: a.properties.principalId\n  tags: {}\n}" },
        { "main.bicep(6,57): the condition of 'b' depends on 'a.properties', which is not known at the start", "resource a 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {\n  name: 'i'\n  tags: {}\n}\nvar late = a.properties.principalId\nresource b 'Microsoft.Web/serverfarms@2025-03-01' = if (late == '') {\n  name: 'p'\n  tags: {}\n}" },

        // Secrets.
        { "main.bicep(1,8): the output 'dbPassword' is named like a secret (password)", "output dbPassword string = 'x'" },
        { "main.bicep(3,19): the output 'b' would hold the secret parameter 'a'", "@secure()\nparam a string\noutput b string = a" },
        { "main.bicep(5,21): the output 'b' would hold what 'listKeys' returns, a secret", "resource a 'Microsoft.Web/serverfarms@2025-03-01' = {\n  name: 'p'\n  tags: {}\n}\noutput b string = a.listKeys().keys[0].value" },

        // Roles.
        { "main.bicep(1,9): '9d3a82f5-0000-4000-8000-000000000000' is no role that is known here", "var a = '9d3a82f5-0000-4000-8000-000000000000'\noutput b string = a" },
        { "main.bicep(2,12): '7f951dda-4ed3-4680-a7ca-43fe172d538d' is the role acrPull: give it that name", "var a = {\n  acrPush: '7f951dda-4ed3-4680-a7ca-43fe172d538d'\n}\noutput b string = a.acrPush" },
    };
}
