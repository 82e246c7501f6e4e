using System.Security.Cryptography;
using System.Text.Json;
using SoraFunctions.Pipeline.Requests.Wire;

namespace SoraFunctions.Api.Posting;

/// <summary>
/// Tells whether two requests are the same: their path, values and files count; the order of names, the writing of numbers and the
/// boundary of a form do not.
/// </summary>
internal static class RequestFingerprint
{
    /// <summary>SHA-256 as lower-case hex.</summary>
    public static string Of(string path, WireBody body)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(path);
            Write(writer, body.Fields);
            foreach (var (name, bytes) in body.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                writer.WriteStringValue(name);
                writer.WriteBase64StringValue(SHA256.HashData(bytes.Span));
            }

            writer.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var pair in value.EnumerateObject().OrderBy(pair => pair.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(pair.Name);
                    Write(writer, pair.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when value.TryGetDecimal(out var number):
                writer.WriteNumberValue(number / 1.0000000000000000000000000000m);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
