using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoraFunctions.Pipeline.Verifications;

/// <summary>Writes the values of an enumeration as snake-case words.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
