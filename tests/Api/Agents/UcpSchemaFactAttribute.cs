using SoraFunctions.Api.Tests.Hosting;

namespace SoraFunctions.Api.Tests.Agents;

/// <summary>A fact that needs Node, the npm clients of tests/Peers and the published schemas of the Universal Commerce Protocol.</summary>
public sealed class UcpSchemaFactAttribute : FactAttribute
{
    public UcpSchemaFactAttribute() => Skip =
        SchemaFactAttribute.Ucp is null ? "The protocol's schemas are not here: SORA_UCP_SCHEMAS names their folder."
        : SchemaFactAttribute.Peers is null || !Directory.Exists(Path.Combine(SchemaFactAttribute.Peers, "node_modules", "ajv")) ? "The clients are not installed: run ./sora test, which installs them."
        : null;
}
