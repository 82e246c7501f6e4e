using System.Text;
using System.Text.Json;

namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>Messages as both hosts store them: small JSON documents.</summary>
/// <param name="options">Knows every type that orchestrations and activities exchange.</param>
public sealed class MessageJson(JsonSerializerOptions options)
{
    /// <summary>Longest message in bytes.</summary>
    public const int Limit = 16 * 1024;

    /// <summary>Writes a message.</summary>
    /// <param name="value">The message.</param>
    /// <param name="type">Its declared type.</param>
    /// <param name="what">What it is, for the error.</param>
    /// <exception cref="ArgumentException">It is too long.</exception>
    public string Encode(object? value, Type type, string what)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, options.GetTypeInfo(type));
        if (bytes.Length > Limit)
        {
            throw new ArgumentException(
                $"The {what} is {bytes.Length:N0} bytes long; up to {Limit:N0} are accepted. "
                + "Store the document as a blob and pass its reference.");
        }

        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Those of the types that it can neither write nor read.</summary>
    /// <param name="types">Types of messages.</param>
    public IEnumerable<Type> Unknown(IEnumerable<Type> types) => types.Where(type => !options.TryGetTypeInfo(type, out _));

    /// <summary>Reads a message. Fails with <see cref="JsonException"/> when it is not of that type.</summary>
    /// <param name="json">The message.</param>
    /// <param name="type">Its declared type.</param>
    public object? Decode(string json, Type type) => JsonSerializer.Deserialize(json, options.GetTypeInfo(type));
}
