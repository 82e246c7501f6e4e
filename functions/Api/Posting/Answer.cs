using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SoraFunctions.Api.Posting;

/// <summary>The JSON that a POST is answered with; always status 200.</summary>
/// <param name="Json">The body.</param>
internal sealed record Answer(string Json)
{
    public static Answer Of<T>(T value, JsonTypeInfo<T> type) =>
        new(Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(value, type)));
}
