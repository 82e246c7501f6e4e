using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SoraFunctions.Api.Posting;

/// <summary>The JSON that a POST is answered with; always status 200.</summary>
/// <param name="Json">The body.</param>
internal sealed record Answer(string Json)
{
    /// <summary>What is kept under an idempotency key in the place of the body, where that holds a secret; null for the body itself.</summary>
    public string? Kept { get; init; }

    public static Answer Of<T>(T value, JsonTypeInfo<T> type) =>
        new(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(value, type)));
}
