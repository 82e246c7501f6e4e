using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Shops.Installs;

/// <summary>How what belongs to an installation is written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.General, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InstallState))]
[JsonSerializable(typeof(InstallCode))]
internal sealed partial class InstallJson : JsonSerializerContext;
